import type { QueryComparison, QueryNames } from '@binnacle/model';
import {
  compare,
  listedQuery,
  metricNames as metricNamesOf,
  parse,
  type ParseResult,
  resultLabels,
} from '@binnacle/promql';
import { comparedUnit } from './compared-unit.ts';

/** Texts are parsed once, as the same query is in many panels and in both versions of them. */
const known = new Map<string, ParseResult>();

function parsed(text: string): ParseResult {
  let result = known.get(text);
  if (result === undefined) known.set(text, (result = parse(text)));
  return result;
}

const QUOTED = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/;

/** A text without its layout: white space counts in quotes only. */
function oneLine(text: string): string {
  const parts = text.trim().split(QUOTED);
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replaceAll(/\s+/g, ' '))).join('');
}

function changedParts(before: string, after: string): ReturnType<QueryComparison> {
  if (before === after) return undefined;
  const [old, next] = [parsed(before), parsed(after)];
  if (old.errors.length > 0 || next.errors.length > 0) {
    return oneLine(before) === oneLine(after) ? undefined : [{ before, after }];
  }
  return compare(old.expr, next.expr);
}

/** True when what two queries give has other labels for certain: by other aggregations, or one where there was none. */
function hasOtherLabels(before: string, after: string): boolean {
  const [old, next] = [before, after].map((text) => resultLabels(parsed(text).expr));
  return old !== undefined && next !== undefined && JSON.stringify(old) !== JSON.stringify(next);
}

/** Queries compared by what they mean: spelling and layout are no difference. What is no PromQL is compared as text. */
export const compareQueries: QueryComparison = Object.assign(changedParts, {
  hasOtherLabels,
  unitOf: (query: string, comparison: string) => comparedUnit(parsed(query).expr, comparison),
});

function readNames(query: string): readonly string[] {
  const { expr, errors } = parsed(listedQuery(query));
  return errors.length > 0 ? [] : metricNamesOf(expr);
}

const namesOf = new Map<string, readonly string[]>();

/** Names of the metrics a query reads; none for what is no PromQL. */
export const metricNames: QueryNames = (query) => {
  let names = namesOf.get(query);
  if (names === undefined) namesOf.set(query, (names = readNames(query)));
  return names;
};
