import type { Difference, QueryComparison } from '../../../diff/difference.ts';
import { partsText } from '../../../diff/words.ts';

const THRESHOLD = /^(>=?|<=?) (-?[\d.]+(?:e[+-]?\d+)?)$/;

/** A threshold that was raised or lowered: what it was, what it is, and whether less now exceeds it. */
interface Shift {
  readonly text: string;
  readonly isStricter: boolean;
}

function shiftOf({ before, after }: { readonly before: string; readonly after: string }): Shift | undefined {
  const [, oldOperator, oldValue] = THRESHOLD.exec(before) ?? [];
  const [, operator, value] = THRESHOLD.exec(after) ?? [];
  if (operator === undefined || operator !== oldOperator || Number(value) === Number(oldValue)) return undefined;
  const isRaised = Number(value) > Number(oldValue);
  return { text: `threshold ${oldValue} → ${value}`, isStricter: operator.startsWith('>') === isRaised };
}

/** What changed in the expression of an alert; a threshold is called one, and it is said which way it moved. */
export function alertExpression(
  before: string,
  after: string,
  queries: QueryComparison,
): readonly Pick<Difference, 'text' | 'consequence'>[] {
  const parts = queries(before, after) ?? [];
  const shifts = parts.map(shiftOf);
  const rest = parts.filter((_, i) => shifts[i] === undefined);
  const isInverted = /\bunless\b/.test(before + after);
  const thresholds = shifts.flatMap((shift): Pick<Difference, 'text' | 'consequence'>[] => {
    if (shift === undefined) return [];
    const consequence = isInverted ? {} : { consequence: shift.isStricter ? 'fires later' : 'fires sooner' };
    return [{ text: shift.text, ...consequence }];
  });
  return [...thresholds, ...(rest.length > 0 ? [{ text: `expression ${partsText(rest)}` }] : [])];
}
