export { CURSOR_KEY as POSITION_KEY } from "./keys";
export * from "./keys";
