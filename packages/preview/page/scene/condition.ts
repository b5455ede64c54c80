import { parseFlags, rangeUtil } from '@grafana/data';
import type { RowsSpec } from './spec.ts';

/** A condition of the v2 shape on which a row, a tab or a panel is shown. */
export type Condition = NonNullable<RowsSpec['rows'][number]['spec']['conditionalRendering']>['spec'];
type Item = Condition['items'][number];
type VariableItem = Extract<Item, { readonly kind: 'ConditionalRenderingVariable' }>['spec'];

/** What is chosen of a variable. */
export interface Chosen {
  readonly values: readonly string[];
  readonly isAll: boolean;
}

/** What conditions are about. */
export interface Situation {
  /** Undefined for a variable that there is not. */
  readonly chosen: (variable: string) => Chosen | undefined;
  /** Seconds of the time that is shown. */
  readonly length: number;
  /** Whether the queries of the panel found something; undefined for what is no panel, and until they are answered. */
  readonly hasData: boolean | undefined;
}

function matches({ values }: Chosen, pattern: string): boolean {
  const { cleaned, flags } = parseFlags(pattern);
  const expression = new RegExp(cleaned, flags);
  return values.some((value) => expression.test(value));
}

function variableHolds({ operator, value }: VariableItem, chosen: Chosen): boolean {
  const isEqual = chosen.values.includes(value) || (chosen.isAll && value.toLowerCase() === 'all');
  switch (operator) {
    case 'equals':
      return isEqual;
    case 'notEquals':
      return !isEqual;
    case 'matches':
    case 'notMatches':
      try {
        return matches(chosen, value) === (operator === 'matches');
      } catch {
        // What is no regular expression keeps nothing from being shown.
        return true;
      }
    default:
      return operator satisfies never;
  }
}

/** Undefined where the item says nothing: about data of what has none, about a variable or a time that there is not. */
function holds(item: Item, { chosen, length, hasData }: Situation): boolean | undefined {
  switch (item.kind) {
    case 'ConditionalRenderingVariable': {
      const found = chosen(item.spec.variable);
      return found === undefined ? undefined : variableHolds(item.spec, found);
    }
    case 'ConditionalRenderingTimeRangeSize': {
      const { value } = item.spec;
      return /^\d+(?:\.\d+)?[smhdwMy]$/.test(value) ? length <= rangeUtil.intervalToSeconds(value) : undefined;
    }
    case 'ConditionalRenderingData':
      return hasData === undefined ? undefined : hasData === item.spec.value;
    default:
      return item satisfies never;
  }
}

/** Whether something with a condition is shown. As in Grafana, an item that says nothing does not count, and without any it is. */
export function isShown({ visibility, condition, items }: Condition, situation: Situation): boolean {
  const results = items.map((item) => holds(item, situation)).filter((result) => result !== undefined);
  if (results.length === 0) return true;
  const isMet = condition === 'or' ? results.some(Boolean) : results.every(Boolean);
  return isMet === (visibility === 'show');
}
