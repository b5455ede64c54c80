import type { Resource } from '@binnacle/model';
import type { ComparedResource } from '@binnacle/preview';
import type { Entry } from '../../diff/entry.ts';
import { byService } from '../../reporters/entries/services.ts';
import { impactLines, noteOf } from '../../reporters/entries/words.ts';

/** Both versions of a resource. */
export interface Versions {
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  /** The live system they are of. */
  readonly system?: string;
}

function comparedResource(entry: Entry, { before, after, system }: Versions): ComparedResource {
  const { id, verdict, differences, impact, title, service, team } = entry;
  const note = noteOf(entry);
  return {
    id,
    verdict,
    differences,
    reaches: impact === undefined ? [] : impactLines(impact),
    ...(title !== undefined && { title }),
    ...(service !== undefined && { service }),
    ...(team !== undefined && { team }),
    ...(note !== '' && { note }),
    ...(system !== undefined && { system }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** Entries as the preview serves them: what reaches the pager first, then service by service. */
export function inTellingOrder(entries: readonly (readonly [Entry, Versions])[]): readonly ComparedResource[] {
  const versions = new Map(entries);
  const sorted = byService(entries.map(([entry]) => entry)).flatMap((service) => service.entries);
  return sorted.flatMap((entry) => {
    const both = versions.get(entry);
    return both === undefined ? [] : [comparedResource(entry, both)];
  });
}
