import { json } from './json.ts';
import { text } from './text.ts';

/** Every way pictures are told of, by name. */
export const renderReporters = { json, text } as const;
