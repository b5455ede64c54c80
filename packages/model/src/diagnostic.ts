import type { Origin } from './origin.ts';

export type Severity = 'error' | 'warning' | 'info';

/** One finding. Everything a reporter needs; no reporter looks anything up. */
export interface Diagnostic {
  /** Rule id: `<group>/<id>`, e.g. `promql/syntax`, `schema/dashboard`, `load/module`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, one line, naming the thing. */
  readonly message: string;
  /** `Kind/name` of the resource, when there is one. */
  readonly resource?: string;
  /** JSON pointer into the resource. */
  readonly path?: string;
  /** Title of the panel, alert or record the finding is about. */
  readonly subject?: string;
  readonly origin?: Origin;
  /** The other place a finding is about, where there are two. */
  readonly related?: Origin;
  /** What to write instead, one line. */
  readonly fix?: string;
  /** A query with the range a caret underlines (UTF-16 offsets). */
  readonly snippet?: { readonly text: string; readonly start: number; readonly end: number };
}

/** True when the findings must stop a build: at least one error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}
