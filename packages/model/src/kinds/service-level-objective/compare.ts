import type { Difference, QueryComparison } from '../../diff/difference.ts';
import { compareValues } from '../../diff/values.ts';
import { partsText } from '../../diff/words.ts';
import { durationMs, durationText } from '../../duration.ts';
import type { Resource } from '../../resource.ts';
import { outageMs } from './budget.ts';
import { type Indicator, INDICATOR_PARTS, isServiceLevelObjective, type ServiceLevelObjectiveSpec } from './spec.ts';

/** The longest outage that keeps the promise, to the second. */
export function outageText({ objective, window }: ServiceLevelObjectiveSpec): string {
  const ms = outageMs(objective, durationMs(window) ?? 0);
  return durationText(Math.round(ms / 1000) * 1000);
}

function promises(before: ServiceLevelObjectiveSpec, after: ServiceLevelObjectiveSpec): Difference[] {
  const texts = [
    ...(before.objective === after.objective ? [] : [`objective ${before.objective}% → ${after.objective}%`]),
    ...(before.window === after.window ? [] : [`window ${before.window} → ${after.window}`]),
  ];
  const [old, next] = [before, after].map((spec) => `${outageText(spec)} in ${spec.window}`);
  return texts.map((text, i) => ({
    path: text.startsWith('objective') ? '/spec/objective' : '/spec/window',
    change: 'changed',
    text,
    // Said once, of whichever changed first.
    ...(i === 0 && { consequence: `a full outage may last ${next} instead of ${old}` }),
    reach: 'pager',
  }));
}

function indicators(before: Indicator, after: Indicator, queries: QueryComparison): Difference[] {
  return INDICATOR_PARTS.flatMap((part): Difference[] => {
    const [old, next] = [before[part] ?? '', after[part] ?? ''];
    if (old === '' && next === '') return [];
    const parts = old === '' || next === '' ? [{ before: old, after: next }] : queries(old, next);
    if (parts === undefined) return [];
    return [
      {
        path: `/spec/indicator/${part}`,
        change: old === '' ? 'added' : next === '' ? 'removed' : 'changed',
        text: `${part} events ${partsText(parts)}`,
        reach: 'data',
      },
    ];
  });
}

/** What changed in a promise: how much may fail, over which time, and what is counted. */
export function compareServiceLevelObjectives(
  before: Resource,
  after: Resource,
  queries: QueryComparison,
): Difference[] {
  if (!isServiceLevelObjective(before) || !isServiceLevelObjective(after)) return [];
  const [old, next] = [before.spec, after.spec].map(({ title, description }) => ({ title, description }));
  return [
    ...promises(before.spec, after.spec),
    ...indicators(before.spec.indicator, after.spec.indicator, queries),
    ...compareValues(old, next, { keys: ['spec'], reach: 'appearance' }),
  ];
}
