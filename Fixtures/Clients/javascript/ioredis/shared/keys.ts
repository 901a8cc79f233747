export const CURSOR_KEY = "jobs:cursor";
