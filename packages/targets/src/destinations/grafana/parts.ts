import { FOLDER_ANNOTATION, isFolder, type Resource } from '@binnacle/model';
import type { ConnectContext } from '../destination.ts';
import type { Datasources } from './datasources.ts';
import type { Holding } from './holding.ts';
import type { Notifications } from './notifications/notifications.ts';
import type { Objects } from './objects.ts';
import type { Namespace } from './rules/convert.ts';
import type { RuleDatasources } from './rules/datasource.ts';
import type { RulesApi } from './rules/rules-api.ts';
import type { Server } from './server.ts';

/** Everything a connection is made of. */
export interface Parts {
  readonly context: ConnectContext<'grafana'>;
  readonly server: Server;
  readonly datasources: Datasources;
  readonly objects: { readonly folders: Objects; readonly dashboards: Objects };
  readonly folders: Holding;
  readonly dashboards: Holding;
  /** Absent when rules are not written. */
  readonly rules: { readonly api: RulesApi; readonly datasources: RuleDatasources } | undefined;
  /** Absent when contact points and policies are not written. */
  readonly notifications: Notifications | undefined;
  /** Folders seen so far, by uid. */
  readonly known: Map<string, Namespace>;
}

/** uid of the folder a resource is in; undefined for the root. */
export function parentOf({ metadata }: Resource): string | undefined {
  const parent = metadata.annotations?.[FOLDER_ANNOTATION];
  return parent === '' || parent === 'general' ? undefined : parent;
}

/** Takes note of a folder. */
export function remember(known: Map<string, Namespace>, resource: Resource): void {
  if (!isFolder(resource)) return;
  const parent = parentOf(resource);
  known.set(resource.metadata.name, { title: resource.spec.title, ...(parent !== undefined && { parent }) });
}
