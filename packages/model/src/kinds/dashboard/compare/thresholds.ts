import { match } from '../../../diff/match.ts';
import type { PanelView, StepView } from './view.ts';
import { valueInUnit } from './unit-value.ts';

/** Grafana's own scale where none is written. */
const BASE = { colour: 'green' };

function steps({ thresholds }: PanelView): { readonly base: StepView; readonly limits: readonly Required<StepView>[] } {
  const limits = thresholds.steps.flatMap(({ value, colour }) => (value === undefined ? [] : [{ value, colour }]));
  return { base: thresholds.steps.find(({ value }) => value === undefined) ?? BASE, limits };
}

function shown(value: number, { thresholds, unit }: PanelView): string {
  return thresholds.isPercentage ? `${value}%` : valueInUnit(value, unit);
}

/** What changed in the colour scale of a panel: limits in its unit, and colours. */
export function compareThresholds(before: PanelView, after: PanelView): string[] {
  const [old, next] = [steps(before), steps(after)];
  const { pairs, added, removed } = match(old.limits, next.limits, [
    (a, b) => Number(a.value === b.value) * (1 + Number(a.colour === b.colour)),
    (a, b) => Number(a.colour === b.colour),
    () => 1,
  ]);
  const isSameMode = before.thresholds.isPercentage === after.thresholds.isPercentage;
  return [
    ...(isSameMode
      ? []
      : [`thresholds ${after.thresholds.isPercentage ? 'absolute → percentage' : 'percentage → absolute'}`]),
    ...(old.base.colour === next.base.colour ? [] : [`base colour ${old.base.colour} → ${next.base.colour}`]),
    ...pairs.flatMap(([a, b]) => [
      ...(a.value === b.value ? [] : [`threshold ${shown(a.value, before)} → ${shown(b.value, after)}`]),
      ...(a.colour === b.colour ? [] : [`threshold ${shown(b.value, after)}: colour ${a.colour} → ${b.colour}`]),
    ]),
    ...added.map((step) => `threshold ${shown(step.value, after)} added (${step.colour})`),
    ...removed.map((step) => `threshold ${shown(step.value, before)} removed`),
  ];
}
