import { type Entry, entryRank } from '../../diff/entry.ts';

/** The entries of one service; of none, where `service` is absent. */
export interface ServiceEntries {
  readonly service?: string;
  readonly team?: string;
  readonly entries: readonly Entry[];
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Entries by service: what reaches the pager first, what belongs to no service last, else by name. */
export function byService(entries: readonly Entry[]): ServiceEntries[] {
  const services = new Map<string | undefined, Entry[]>();
  for (const entry of entries) services.set(entry.service, [...(services.get(entry.service) ?? []), entry]);
  const grouped = [...services].map(([service, own]): ServiceEntries => {
    const team = own.find((entry) => entry.team !== undefined)?.team;
    const sorted = own.toSorted((a, b) => entryRank(a) - entryRank(b) || compareTexts(a.id, b.id));
    return { ...(service !== undefined && { service }), ...(team !== undefined && { team }), entries: sorted };
  });
  const reachesPager = ({ entries: own }: ServiceEntries): boolean => own.some((entry) => entryRank(entry) === 0);
  return grouped.toSorted(
    (a, b) =>
      Number(reachesPager(b)) - Number(reachesPager(a)) ||
      Number(a.service === undefined) - Number(b.service === undefined) ||
      compareTexts(a.service ?? '', b.service ?? ''),
  );
}
