import type { Span } from '../../ast.ts';
import { forMetric, info, type Query, warn } from './query.ts';
import type { AddResult } from '../histogram/fold.ts';

/** Notes what adding a histogram came to; false when it could not be added. */
export function noteAdded(query: Query, added: AddResult, what: string, name: string, span: Span): boolean {
  if (added === undefined) {
    warnMixedSchemas(query, name, span);
    return false;
  }
  if (added.conflict) warn(query, `conflicting counter resets during histogram ${what}`, span);
  if (added.reconciled) info(query, `mismatched custom buckets were reconciled during ${what}`, span);
  return true;
}

export function warnMixedSchemas(query: Query, name: string, span: Span): void {
  warn(
    query,
    `vector contains a mix of histograms with exponential and custom buckets schemas${forMetric(name)}`,
    span,
  );
}

export function warnMixedTypes(query: Query, name: string, span: Span): void {
  warn(query, `encountered a mix of histograms and floats${forMetric(name)}`, span);
}
