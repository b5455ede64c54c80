import type { Reporter } from '../report.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Every format a report can be written in, each the file of that name. */
export const reporters = { github, json, sarif, text } as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof reporters;
