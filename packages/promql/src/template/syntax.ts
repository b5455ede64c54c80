export type * from './ast.ts';
export { FIELDS, FUNCTIONS } from './functions.ts';
export { parseTemplate } from './parse.ts';
