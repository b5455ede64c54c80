import type { QueryComparison } from '../../../diff/difference.ts';
import { changeOf } from '../../../diff/labels.ts';
import { changedText } from '../../../diff/words.ts';
import { compareOptions } from './options.ts';
import { compareQueries, type PanelPart } from './queries.ts';
import { compareThresholds } from './thresholds.ts';
import type { PanelView } from './view.ts';

/** Options that decide what is drawn and not how. */
const OF_DATA = /^(?:transformations|query|repeat|shown)\b/;

/** What changed in a panel but for where it is. */
export function comparePanels(before: PanelView, after: PanelView, queries: QueryComparison): PanelPart[] {
  const about = { path: after.path, change: 'changed', reach: 'appearance' } as const;
  const text = (value: string): PanelPart => ({ ...about, text: value });
  return [
    ...compareQueries(before.queries, after.queries, queries),
    ...compareThresholds(before, after).map(text),
    ...(before.unit === after.unit
      ? []
      : [{ ...about, change: changeOf(before.unit, after.unit), text: changedText('unit', before.unit, after.unit) }]),
    ...(before.title === after.title ? [] : [text(changedText('title', before.title, after.title))]),
    ...(before.plugin === after.plugin ? [] : [text(changedText('visualisation', before.plugin, after.plugin))]),
    ...compareOptions(before.options, after.options).map(({ path, change, text: said }): PanelPart => ({
      ...about,
      change,
      text: said,
      reach: OF_DATA.test(path) ? 'data' : 'appearance',
    })),
  ];
}
