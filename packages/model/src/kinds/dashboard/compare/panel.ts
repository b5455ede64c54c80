import type { QueryComparison } from '../../../diff/difference.ts';
import { changedText } from '../../../diff/words.ts';
import { followingLink } from './following-link.ts';
import { compareOptions } from './options.ts';
import { compareQueries, type PanelPart } from './queries.ts';
import { compareThresholds } from './thresholds.ts';
import type { PanelView } from './view.ts';

/** Options that decide what is drawn and not how. */
const OF_DATA = /^(?:transformations|query|repeat|shown)\b/;

/** Fields of a panel that have one value each, and what they are called. */
const FIELDS = [
  ['unit', 'unit'],
  ['plugin', 'visualisation'],
] as const;

/** What changed in a panel but for where it is. */
export function comparePanels(before: PanelView, after: PanelView, queries: QueryComparison): PanelPart[] {
  const { path } = after;
  const asked = compareQueries(before.queries, after.queries, { queries, titles: [before.title, after.title] });
  const isAsked = asked.some(({ reach }) => reach === 'data');
  const changed = FIELDS.filter(([key]) => before[key] !== after[key]);
  const texts = [
    ...(before.title === after.title ? [] : [`renamed from ${before.title}`]),
    ...compareThresholds(before, after),
    ...changed.map(([key, name]) => changedText(name, before[key], after[key])),
  ];
  return [
    ...asked,
    ...texts.map((text): PanelPart => ({ path, text, reach: 'appearance' })),
    ...compareOptions(before.options, after.options).map((option): PanelPart => ({
      path,
      text: (isAsked && followingLink(option.path, after)) || option.text,
      reach: OF_DATA.test(option.path) ? 'data' : 'appearance',
    })),
  ];
}
