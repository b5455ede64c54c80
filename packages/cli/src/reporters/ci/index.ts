import type { CiReporter } from '../../ci/ci-report.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/** Every format a run in CI can be written in, each the file of that name. */
export const ciReporters = { json, markdown, text } as const satisfies Readonly<Record<string, CiReporter>>;
