import type { PlanReporter } from '../../plan-report.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/** Every format a plan can be written in, each the file of that name. */
export const planReporters = { json, markdown, text } as const satisfies Readonly<Record<string, PlanReporter>>;
