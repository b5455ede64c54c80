import type { DestinationId } from '@binnacle/model';
import type { Destination } from './destination.ts';

/** Every destination, sorted by id; each is the folder of that name, and is loaded only when an environment names it. */
export const destinations: Readonly<Partial<{ [Id in DestinationId]: () => Promise<Destination<Id>> }>> = {
  backstage: async () => (await import('./backstage/backstage.ts')).backstage,
  datadog: async () => (await import('./datadog/datadog.ts')).datadog,
  files: async () => (await import('./files/files.ts')).files,
  healthchecks: async () => (await import('./healthchecks/healthchecks.ts')).healthchecks,
};
