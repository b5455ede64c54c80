export type * from './wire/project.ts';
