import type { Difference, QueryComparison, Reach } from '../../../diff/difference.ts';
import { changedEntries } from '../../../diff/labels.ts';
import { changedText, isNothing, spanInWords } from '../../../diff/words.ts';
import { durationMs } from '../../../duration.ts';
import { pointerToken } from '../../../pointer.ts';
import { pages } from '../severity.ts';
import type { AlertRule } from '../spec.ts';
import { alertDetails } from './about.ts';
import type { Placed } from './placed.ts';
import { alertExpression } from './threshold.ts';

/**
 * Prometheus carries an alert's state over a reload by file, group, name and labels; whatever else of a rule changes, it keeps. Source:
 * `Group.CopyState` in its rules package, and a server whose rules were changed one field at a time.
 */
const RESETS = 'its state will reset';
/** State is kept by the labels of what an expression gives: of those it no longer gives, alerts end, and others begin. */
const RELABELS = 'its series have other labels: its state will reset';
const NAMES: Readonly<Record<string, string>> = { runbook_url: 'runbook', dashboard_url: 'dashboard link' };

/** How much sooner or later, where that is known. */
interface Shift {
  readonly words: string;
  readonly direction: 'sooner' | 'later';
}

function shiftOf(before: string | undefined, after: string | undefined): Shift | undefined {
  const by = (durationMs(after ?? '0') ?? NaN) - (durationMs(before ?? '0') ?? NaN);
  if (Number.isNaN(by) || by === 0) return undefined;
  const direction = by > 0 ? 'later' : 'sooner';
  return { words: `${spanInWords(Math.abs(by))} ${direction}`, direction };
}

/** What one difference of an alert says; whose it is, is filled in. */
type Part = Omit<Difference, 'subject' | 'reach'> & { readonly reach?: Reach };

function* identity(before: Placed<AlertRule>, after: Placed<AlertRule>): Generator<Part> {
  const { path } = after;
  if (before.name !== after.name) {
    yield { path: `${path}/alert`, change: 'changed', text: `renamed from ${before.name}`, consequence: RESETS };
  }
  for (const [label, old, next] of changedEntries(before.rule.labels, after.rule.labels)) {
    const about = { path: `${path}/labels/${pointerToken(label)}`, change: 'changed' } as const;
    if (label !== 'severity') {
      yield { ...about, text: changedText(`label ${label}`, old, next), consequence: RESETS };
      continue;
    }
    const [did, does] = [pages(before.rule), pages(after.rule)];
    const paging = did === does ? undefined : does ? 'starts' : 'stops';
    const word = paging === undefined ? '' : paging === 'starts' ? 'now pages; ' : 'no longer pages; ';
    const text = changedText('severity', old, next);
    yield { ...about, text, consequence: word + RESETS, ...(paging && { paging }) };
  }
}

/** What follows for whoever is paged; an alert that paged before and after does so sooner or later. */
function shifted(
  before: Placed<AlertRule>,
  after: Placed<AlertRule>,
  { words, direction }: Shift,
): Pick<Part, 'consequence' | 'paging'> {
  const isPaging = pages(before.rule) && pages(after.rule);
  return { consequence: `${isPaging ? 'pages' : 'fires'} ${words}`, ...(isPaging && { paging: direction }) };
}

function* timing(before: Placed<AlertRule>, after: Placed<AlertRule>): Generator<Part> {
  for (const key of ['for', 'keep_firing_for'] as const) {
    const [old, next] = [before.rule[key], after.rule[key]];
    const shift = shiftOf(old, next);
    if (old === next || (shift === undefined && durationMs(old ?? '0') === durationMs(next ?? '0'))) continue;
    const about = { path: `${after.path}/${key}`, change: 'changed', text: changedText(key, old, next) } as const;
    if (shift === undefined) yield about;
    else if (key === 'keep_firing_for') yield { ...about, consequence: `resolves ${shift.words}` };
    else yield { ...about, ...shifted(before, after, shift) };
  }
}

function* annotations(before: Placed<AlertRule>, after: Placed<AlertRule>): Generator<Part> {
  for (const [key, old, next] of changedEntries(before.rule.annotations, after.rule.annotations)) {
    yield {
      path: `${after.path}/annotations/${pointerToken(key)}`,
      change: 'changed',
      text: changedText(NAMES[key] ?? key, old, next),
      reach: 'appearance',
    };
  }
}

/** What changed in an alert. `isMoved`: it is in another group, and not because its group has another name. */
export function compareAlerts(
  before: Placed<AlertRule>,
  after: Placed<AlertRule>,
  { subject, isMoved, queries }: { subject: string; isMoved: boolean; queries: QueryComparison },
): Difference[] {
  const reach: Reach = pages(before.rule) || pages(after.rule) ? 'pager' : 'data';
  const hasOtherLabels = queries.hasOtherLabels?.(before.rule.expr, after.rule.expr) === true;
  const expression = alertExpression(before.rule.expr, after.rule.expr, queries).map(({ text, shift }): Part => ({
    path: `${after.path}/expr`,
    change: 'changed',
    text,
    ...(shift !== undefined && shifted(before, after, { words: shift, direction: shift })),
    ...(hasOtherLabels && shift === undefined && { consequence: RELABELS }),
  }));
  const move: Part[] = isMoved
    ? [
        {
          path: after.path,
          change: 'changed',
          text: `moved from group ${before.group} to ${after.group}`,
          consequence: RESETS,
        },
      ]
    : [];
  const parts = [
    ...identity(before, after),
    ...move,
    ...expression,
    ...timing(before, after),
    ...annotations(before, after),
  ];
  return parts.map((part) => ({ subject, reach, ...part }));
}

function outline({ rule }: Placed<AlertRule>): string {
  const severity = rule.labels?.['severity'];
  return [
    ...(isNothing(severity) ? [] : [`severity ${severity}`]),
    ...(isNothing(rule.for) ? [] : [`for ${rule.for}`]),
  ].join(', ');
}

/** An alert that is new, or gone. */
export function wholeAlert(placed: Placed<AlertRule>, change: 'added' | 'removed', subject: string): Difference {
  const isPaging = pages(placed.rule);
  const about = outline(placed);
  const details = alertDetails(placed.rule, change);
  const consequence = change === 'added' ? 'can page from now on' : 'nobody is paged for it any more';
  return {
    path: placed.path,
    change,
    subject,
    text: about === '' || change === 'removed' ? change : `${change}: ${about}`,
    ...(details.length > 0 && { details }),
    reach: isPaging ? 'pager' : 'data',
    ...(isPaging && { consequence, paging: change === 'added' ? 'starts' : 'stops' }),
  };
}
