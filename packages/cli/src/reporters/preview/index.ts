import { json } from './json.ts';
import { text } from './text.ts';

/** Every way the start of a preview is told, by name. */
export const previewReporters = { json, text } as const;
