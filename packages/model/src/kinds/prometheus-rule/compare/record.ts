import type { Difference, QueryComparison } from '../../../diff/difference.ts';
import { changedEntries } from '../../../diff/labels.ts';
import { changedText, partsText } from '../../../diff/words.ts';
import { pointerToken } from '../../../pointer.ts';
import type { RecordingRule } from '../spec.ts';
import type { Placed } from './placed.ts';

/** Another name or label makes another series. */
const ANEW = 'its history starts anew';

/** What changed in a recording rule. */
export function compareRecords(
  before: Placed<RecordingRule>,
  after: Placed<RecordingRule>,
  { isMoved, queries }: { isMoved: boolean; queries: QueryComparison },
): Difference[] {
  const about = { subject: `record ${after.name}`, change: 'changed', reach: 'data' } as const;
  const found: Difference[] = [];
  if (before.name !== after.name) {
    found.push({ ...about, path: `${after.path}/record`, text: `renamed from ${before.name}`, consequence: ANEW });
  }
  for (const [label, old, next] of changedEntries(before.rule.labels, after.rule.labels)) {
    const path = `${after.path}/labels/${pointerToken(label)}`;
    const text = changedText(`label ${label}`, old, next);
    found.push({ ...about, path, text, consequence: ANEW });
  }
  if (isMoved) found.push({ ...about, path: after.path, text: `moved from group ${before.group} to ${after.group}` });
  const parts = queries(before.rule.expr, after.rule.expr);
  if (parts !== undefined) {
    // Labels that come or go with a grouping make other series as well.
    const isRegrouped = parts.some((part) => /^(?:by|without) \(/.test(part.before || part.after));
    // Said once: a series of another name or with other labels has no history.
    const isNew = found.some(({ consequence }) => consequence === ANEW);
    const consequence = isRegrouped ? ANEW : 'its history holds what it was before';
    const text = `expression ${partsText(parts)}`;
    found.push({ ...about, path: `${after.path}/expr`, text, ...(!isNew && { consequence }) });
  }
  return found;
}
