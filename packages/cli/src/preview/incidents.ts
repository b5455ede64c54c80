import { didYouMean } from '@binnacle/model';
import type { Data } from '@binnacle/preview';
import { ExpectedError } from '../expected.ts';

/** @throws ExpectedError for an incident that there is not: which there are is known once the data was given the project. */
export function assertIncidents(wanted: readonly string[], data: Data): void {
  const described = data.describe();
  if (described.kind !== 'sample') return;
  const { services, kinds } = described.incidents;
  const known = services.flatMap((service) => kinds.map(({ kind }) => `${service}.${kind}`));
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new ExpectedError(`--incident ${unknown}: there is no such incident`, didYouMean(unknown, known, 6));
}
