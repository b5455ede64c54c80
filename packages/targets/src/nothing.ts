import type { Made } from './target.ts';

/** What a target makes of a resource it has no use for. */
export const NOTHING: Made = { pieces: [], diagnostics: [] };
