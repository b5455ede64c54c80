import type { Difference } from '@binnacle/model';
import type { ChangeOnPage, PanelCounts, RuleChange, SaidDifference } from '../../src/wire/compare.ts';

/** What happened, as a heading says it. */
export const CHANGE_WORDS = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const satisfies Record<
  ChangeOnPage['change'],
  string
>;

const KINDS: Readonly<Record<string, string>> = {
  AlertmanagerConfig: 'routing',
  HealthCheck: 'health check',
  PrometheusRule: 'rules',
  ServiceLevelObjective: 'SLO',
};

/** A kind of resource in words. */
export function kindInWords(kind: string): string {
  return KINDS[kind] ?? kind.toLowerCase();
}

function countedInWords(noun: string, counts: PanelCounts): string {
  const parts = (['changed', 'added', 'removed'] as const).filter((change) => counts[change] > 0);
  return parts
    .map((change, i) => `${counts[change]} ${i > 0 ? '' : counts[change] === 1 ? `${noun} ` : `${noun}s `}${change}`)
    .join(', ');
}

/** `3 panels changed, 1 added`. */
export function panelsInWords(counts: PanelCounts): string {
  return countedInWords('panel', counts);
}

/** `2 alerts changed, 1 removed and 1 record added`. */
export function rulesInWords(rules: readonly Pick<RuleChange, 'kind' | 'change'>[]): string {
  const texts = (['alert', 'record'] as const).map((kind) => {
    const own = rules.filter((rule) => rule.kind === kind);
    const count = (change: RuleChange['change']): number => own.filter((rule) => rule.change === change).length;
    const counts = { changed: count('changed'), added: count('added'), removed: count('removed') };
    return countedInWords(kind, counts);
  });
  return texts.filter((text) => text !== '').join(' and ');
}

/** What is said of one part of a resource; without subject, of the resource itself. */
export interface SaidOf {
  readonly subject?: string;
  readonly change: Difference['change'];
  readonly said: readonly SaidDifference[];
}

/** Differences by the part they are about. */
export function bySubject(differences: readonly Difference[]): readonly SaidOf[] {
  const found = new Map<string, { subject?: string; change: Difference['change']; said: SaidDifference[] }>();
  for (const { subject, change, text, consequence, details, reach } of differences) {
    const key = `${change} ${subject ?? ''}`;
    const of = found.get(key) ?? { change, said: [], ...(subject === undefined ? {} : { subject }) };
    of.said.push({
      text,
      reach,
      ...(consequence === undefined ? {} : { consequence }),
      ...(details === undefined ? {} : { details }),
    });
    found.set(key, of);
  }
  return [...found.values()];
}

/** Changes of one service, in the order they came in. */
export interface ServiceChanges {
  readonly service?: string;
  readonly team?: string;
  readonly changes: readonly ChangeOnPage[];
}

/** Changes by the service they belong to. */
export function byService(changes: readonly ChangeOnPage[]): readonly ServiceChanges[] {
  const found = new Map<string | undefined, ChangeOnPage[]>();
  for (const change of changes) found.set(change.service, [...(found.get(change.service) ?? []), change]);
  return [...found].map(([service, own]) => {
    const team = own.find((one) => one.team !== undefined)?.team;
    return { changes: own, ...(service === undefined ? {} : { service }), ...(team === undefined ? {} : { team }) };
  });
}
