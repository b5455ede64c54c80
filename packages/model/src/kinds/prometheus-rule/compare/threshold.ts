import type { QueryComparison } from '../../../diff/difference.ts';
import { partsText } from '../../../diff/words.ts';
import { valueInUnit } from '../../dashboard/compare/unit-value.ts';

const THRESHOLD = /^(>=?|<=?) (-?[\d.]+(?:e[+-]?\d+)?)$/;

/** A threshold that was raised or lowered: what it was, what it is, and whether less now exceeds it. */
interface Shift {
  readonly text: string;
  readonly isStricter: boolean;
}

interface Part {
  readonly before: string;
  readonly after: string;
}

/** The unit both sides of a threshold are in. */
type UnitOf = (part: Part) => string | undefined;

function shiftOf({ before, after }: Part, unitOf: UnitOf): Shift | undefined {
  const [, oldOperator, oldValue] = THRESHOLD.exec(before) ?? [];
  const [, operator, value] = THRESHOLD.exec(after) ?? [];
  if (operator === undefined || operator !== oldOperator || Number(value) === Number(oldValue)) return undefined;
  const isRaised = Number(value) > Number(oldValue);
  const unit = unitOf({ before, after });
  const shown = (text: string | undefined): string =>
    unit === undefined ? String(text) : valueInUnit(Number(text), unit);
  return { text: `threshold ${shown(oldValue)} → ${shown(value)}`, isStricter: operator.startsWith('>') === isRaised };
}

/** What changed in the expression of an alert. */
export interface ExpressionPart {
  readonly text: string;
  /** Which way a threshold moved. */
  readonly shift?: 'sooner' | 'later';
}

/** What changed in the expression of an alert; a threshold is called one, in its unit, and it is said which way it moved. */
export function alertExpression(before: string, after: string, queries: QueryComparison): readonly ExpressionPart[] {
  const parts = queries(before, after) ?? [];
  const unitOf: UnitOf = (part) => {
    const [old, next] = [queries.unitOf?.(before, part.before), queries.unitOf?.(after, part.after)];
    return old === next ? old : undefined;
  };
  const shifts = parts.map((part) => shiftOf(part, unitOf));
  const rest = parts.filter((_, i) => shifts[i] === undefined);
  const isInverted = /\bunless\b/.test(before + after);
  const thresholds = shifts.flatMap((shift): ExpressionPart[] => {
    if (shift === undefined) return [];
    return [{ text: shift.text, ...(!isInverted && { shift: shift.isStricter ? 'later' : 'sooner' }) }];
  });
  return [...thresholds, ...(rest.length > 0 ? [{ text: `expression ${partsText(rest)}` }] : [])];
}
