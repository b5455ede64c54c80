import type { AlertRule } from './spec.ts';

/** What an alert may ask of people, most urgent first: the words of the label `severity` that builders write. */
export const ALERT_SEVERITIES = ['page', 'ticket', 'info'] as const;

/** Other usual words of published rules. */
export const PUBLISHED_SEVERITIES = ['critical', 'warning', 'none'] as const;

/** Values of the label `severity` that wake somebody: ours, and the usual one of published rules. */
const PAGING = new Set(['page', 'critical']);

/** True for an alert that wakes somebody. */
export function pages({ labels }: AlertRule): boolean {
  return PAGING.has(labels?.['severity'] ?? '');
}
