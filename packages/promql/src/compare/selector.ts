import type { AtModifier, Duration, Matcher, SubqueryExpr, VectorSelector } from '../ast.ts';
import { metricName } from '../metric-name.ts';
import { printAt, printMatcher } from '../print.ts';
import { printDurationExpr } from '../print-duration.ts';
import { changed, type ChangedPart } from './part.ts';

/** A duration as it prints, whichever way it was written: `300`, `300s` and `5m` are one. */
export function printed(duration: Duration | undefined): string {
  if (duration === undefined) return '';
  if (duration.type !== 'DurationLiteral') return printDurationExpr(duration);
  return printDurationExpr({ type: 'DurationLiteral', ms: duration.ms, span: duration.span });
}

interface Shifted {
  readonly offset?: Duration;
  readonly at?: AtModifier;
}

function offsetOf({ offset }: Shifted): string {
  const text = printed(offset);
  return text === '' || text === '0s' ? '' : `offset ${text}`;
}

/** Differences in when a selector or sub-query looks. */
function shiftParts(before: Shifted, after: Shifted): ChangedPart[] {
  return [
    ...changed(offsetOf(before), offsetOf(after)),
    ...changed(printAt(before.at).trim(), printAt(after.at).trim()),
  ];
}

/** Matchers but those that spell the metric's name, each once, by label. */
function matchersOf(selector: VectorSelector): Map<string, Matcher> {
  const isNamed = metricName(selector) !== undefined;
  const kept = selector.matchers.filter(({ label, op }) => !(isNamed && label === '__name__' && op === '='));
  return new Map(kept.map((matcher) => [printMatcher(matcher), matcher]));
}

/** Matchers only one side has; those of one label are one change. */
function matcherParts(before: VectorSelector, after: VectorSelector): ChangedPart[] {
  const [old, next] = [matchersOf(before), matchersOf(after)];
  const gone = [...old].filter(([text]) => !next.has(text));
  const added = [...next].filter(([text]) => !old.has(text));
  const parts = added.map(([text, { label }]) => {
    const index = gone.findIndex(([, other]) => other.label === label);
    const [replaced] = index === -1 ? [] : gone.splice(index, 1);
    return { before: replaced?.[0] ?? '', after: text };
  });
  return [...parts, ...gone.map(([text]) => ({ before: text, after: '' }))];
}

/** Differences of two selectors: name, matchers, offset, `@`. Where the name is written and the order of matchers do not count. */
export function selectorParts(before: VectorSelector, after: VectorSelector): ChangedPart[] {
  return [
    ...changed(metricName(before) ?? '', metricName(after) ?? ''),
    ...matcherParts(before, after),
    ...shiftParts(before, after),
    ...changed(before.extended ?? '', after.extended ?? ''),
  ];
}

function brackets({ range, step }: SubqueryExpr): string {
  return `[${printed(range)}:${printed(step)}]`;
}

/** Differences of two sub-queries but those of what they run: `[1h:5m]` and when they look. */
export function subqueryParts(before: SubqueryExpr, after: SubqueryExpr): ChangedPart[] {
  return [...changed(brackets(before), brackets(after)), ...shiftParts(before, after)];
}
