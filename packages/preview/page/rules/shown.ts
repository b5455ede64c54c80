import type { RuleGroupOnPage, RuleOnPage, RulesOnPage } from '../../src/wire/project.ts';
import type { AlertHistories, AlertInstance } from '../../src/wire/rules.ts';
import { fits } from '../home/matching.ts';

/** What an alert is at the end of the time shown; `past` was pending or firing before, `unknown` is not evaluated there. */
export type AlertState = 'firing' | 'pending' | 'past' | 'inactive' | 'unknown';

/** States from what is most urgent on. */
export const STATES: readonly AlertState[] = ['firing', 'pending', 'past', 'inactive', 'unknown'];

/** A rule with what became of it. */
export interface ShownRule {
  readonly rule: RuleOnPage;
  readonly state: AlertState | undefined;
  readonly instances: readonly AlertInstance[];
}

/** A group with the rules that are asked for. */
export interface ShownGroup extends Omit<RuleGroupOnPage, 'rules'> {
  readonly rules: readonly ShownRule[];
}

/** The groups of a service; those of none come last. */
export interface ShownService {
  readonly service: string | undefined;
  readonly groups: readonly ShownGroup[];
}

/** What is asked of the page. */
export interface Asked {
  readonly question: string;
  /** Empty for all; `record` for recording rules. */
  readonly state: string;
  readonly service: string;
}

function stateOf({ id }: RuleOnPage, instances: readonly AlertInstance[], unknown: ReadonlySet<string>): AlertState {
  if (unknown.has(id)) return 'unknown';
  if (instances.some(({ state }) => state === 'firing')) return 'firing';
  if (instances.some(({ state }) => state === 'pending')) return 'pending';
  return instances.length > 0 ? 'past' : 'inactive';
}

function textOf({ name, query, labels }: RuleOnPage, { name: group, service = '' }: RuleGroupOnPage): string {
  return [name, group, service, query, ...Object.values(labels)].join(' ');
}

/** Every rule with what became of it. */
export function withHistories({ groups }: RulesOnPage, histories: AlertHistories | undefined): readonly ShownGroup[] {
  const unknown = new Set(histories?.unknown);
  return groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule): ShownRule => {
      const instances = histories?.alerts[rule.id] ?? [];
      const state = rule.kind === 'alert' && histories !== undefined ? stateOf(rule, instances, unknown) : undefined;
      return { rule, state, instances };
    }),
  }));
}

/** What a question leaves of the groups, by service. */
export function shownServices(
  groups: readonly ShownGroup[],
  { question, state, service }: Asked,
): readonly ShownService[] {
  const byService = new Map<string | undefined, ShownGroup[]>();
  for (const group of groups) {
    if (service !== '' && group.service !== service) continue;
    const rules = group.rules.filter(
      (shown) =>
        (state === '' || (state === 'record' ? shown.rule.kind === 'record' : shown.state === state)) &&
        fits(question, textOf(shown.rule, { ...group, rules: [] })),
    );
    if (rules.length > 0) byService.set(group.service, [...(byService.get(group.service) ?? []), { ...group, rules }]);
  }
  return [...byService]
    .map(([name, own]) => ({ service: name, groups: own }))
    .toSorted(
      (a, b) =>
        Number(a.service === undefined) - Number(b.service === undefined) ||
        (a.service ?? '').localeCompare(b.service ?? '', 'en'),
    );
}

/** How many alerts are in which state, and how many recording rules there are. */
export function tally(groups: readonly ShownGroup[]): Readonly<Record<AlertState | 'record', number>> {
  const counts = { firing: 0, pending: 0, past: 0, inactive: 0, unknown: 0, record: 0 };
  for (const { rule, state } of groups.flatMap(({ rules }) => rules)) {
    if (rule.kind === 'record') counts.record += 1;
    else if (state !== undefined) counts[state] += 1;
  }
  return counts;
}

/** Labels of an instance that its rule does not give to all of them: what tells it apart. */
export function ownLabels(instance: AlertInstance, { labels }: Pick<RuleOnPage, 'labels'>): string {
  return Object.entries(instance.labels)
    .filter(([name, value]) => name !== 'alertname' && labels[name] !== value)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
