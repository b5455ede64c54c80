import type { DiffReporter } from '../../diff/diff-report.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/** Every format a diff can be written in, each the file of that name. */
export const diffReporters = { json, markdown, text } as const satisfies Readonly<Record<string, DiffReporter>>;
