import type { AlertRule } from './spec.ts';

/** Values of the label `severity` that wake somebody: ours, and the usual one of published rules. */
const PAGING = new Set(['page', 'critical']);

/** True for an alert that wakes somebody. */
export function pages({ labels }: AlertRule): boolean {
  return PAGING.has(labels?.['severity'] ?? '');
}
