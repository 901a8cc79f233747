import main, { a, b as c } from "one";
import * as all from "two";
import "three";
export { a as d, default as e } from "four";
export * from "five";
export * as six from "six";
export const { f, g: { h } } = main, i = 1;
export function j() {}
export class K {}
export default class extends K {}
export { c, all as "quoted" };

const lazy = await import("seven");
const { l } = require("eight");
