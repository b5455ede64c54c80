import {
  checksum,
  type Diagnostic,
  isOurs,
  isService,
  type LiveResource,
  resourceId,
  type Resource,
  type Stamp,
} from '@binnacle/model';
import { catalogOf } from '../../catalog.ts';
import { definitionOf, entityOf, systemEntities } from '../../datadog/documents.ts';
import { secret } from '../../http/credentials.ts';
import { eventually } from '../../http/eventually.ts';
import { clientFor } from '../../http/from-settings.ts';
import { schemaErrors } from '../../schema-check.ts';
import { selected } from '../../selected.ts';
import { TargetError } from '../../target-error.ts';
import type { Destination, Written } from '../destination.ts';
import { assertUnchanged, stampedAlike } from '../unchanged.ts';
import { definitionDialect } from './definitions.ts';
import { definitionsOf } from './definitions-of.ts';
import { type Dialect, type Document, documentOf, resourceOf } from './dialect.ts';
import { entityDialect } from './entities.ts';
import { siteOf } from './sites.ts';

/** Datadog's limits are not published; so many writes at a time have stayed below them for others. */
const CONCURRENCY = 4;

function validated(document: Document, resource: Resource, dialect: Dialect): Document {
  const [problem] = schemaErrors(dialect.schema(resource), document);
  if (problem === undefined) return document;
  throw new TargetError('refused', `${resourceId(resource)} is not sent: Datadog would refuse ${problem}`);
}

/** Datadog's software catalog: entities of version 3, or service definitions of version 2.2. */
export const datadog: Destination<'datadog'> = {
  id: 'datadog',
  kinds: ['Dashboard', 'Service'],
  connect: async (context) => {
    const { settings, environment, owner, secrets, signal } = context;
    const { schema = 'v3' } = settings;
    const site = siteOf(settings.site ?? 'datadoghq.com');
    if (site.isGovernment && schema === 'v3') {
      throw new TargetError('refused', `the site ${settings.site} takes no v3 entities`, {
        fix: "set schema: 'v2.2' in destinations.datadog",
      });
    }
    const variables = [settings.apiKeyEnv ?? 'DD_API_KEY', settings.appKeyEnv ?? 'DD_APP_KEY'] as const;
    const keys = [secret(variables[0], secrets), secret(variables[1], secrets)] as const;
    const headers = { 'DD-API-KEY': keys[0], 'DD-APPLICATION-KEY': keys[1] };
    const url = settings.url ?? site.url;
    const client = clientFor({ ...context, settings: { ...settings, url }, variables }, headers, keys);
    const dialect = schema === 'v3' ? entityDialect(client) : definitionDialect(client);

    /** Sends a resource and waits until Datadog shows it, which it may do only after a moment. */
    async function send(
      resource: Resource,
      stamp: Stamp,
    ): Promise<{ live: LiveResource | undefined; warnings: readonly string[] }> {
      const warnings = await dialect.send(validated(documentOf(resource, stamp, dialect), resource, dialect));
      const isShown = (live: LiveResource | undefined): boolean =>
        live?.stamp?.checksum === stamp.checksum && live.stamp.stored === stamp.stored && isOurs(live, stamp);
      const live = await eventually(() => dialect.read(resource), isShown, signal);
      return { live, warnings };
    }

    return {
      name: `Datadog (${schema}) at ${client.url}`,
      concurrency: CONCURRENCY,
      desired: (resources) => {
        const diagnostics: Diagnostic[] = [];
        const catalog = catalogOf(resources, environment);
        const services = selected(resources, isService);
        const made =
          schema === 'v3'
            ? [
                ...services.map((service) => entityOf(service, catalog, diagnostics)),
                ...systemEntities(catalog, diagnostics),
              ]
            : services.map((service) => definitionOf(service, catalog, diagnostics));
        const documents = made.flatMap(({ resource: { source }, document }) => {
          const resource = resourceOf(document, dialect);
          return resource === undefined ? [] : [{ ...resource, ...(source !== undefined && { source }) }];
        });
        return { resources: documents, diagnostics };
      },
      list: async (desired) => {
        const names = new Set(desired.map(resourceId));
        return (await dialect.list()).filter((live) => isOurs(live, owner) || names.has(resourceId(live.resource)));
      },
      write: async (write): Promise<Written> => {
        const { resource } = write.action === 'put' ? write : write.live;
        const now = await dialect.read(resource);
        assertUnchanged(now, write, owner);
        if (write.action === 'delete') {
          if (now !== undefined) await dialect.remove(resource);
          await eventually(
            () => dialect.read(resource),
            (live) => live === undefined,
            signal,
          );
          return { warnings: [] };
        }
        if (now !== undefined && stampedAlike(now, write)) return { live: now, warnings: [] };
        const { live, warnings } = await send(resource, write.stamp);
        if (live === undefined) {
          return { warnings: [...warnings, `Datadog took ${resourceId(resource)} but does not show it yet`] };
        }
        const stored = checksum(live.resource);
        if (stored === write.stamp.checksum) return { live, warnings };
        // What Datadog made of it differs: the stamp says so, and it is not taken for drift.
        const again = await send(resource, { ...write.stamp, stored });
        return { live: again.live ?? live, warnings };
      },
      definitions: definitionsOf,
      close: client.close,
    };
  },
};
