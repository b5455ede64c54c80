import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  checksum,
  type Diagnostic,
  type Environment,
  isOurs,
  isService,
  type LiveResource,
  type Owner,
  resourceId,
  type Resource,
  unsafeFileName,
} from '@binnacle/model';
import {
  entityOf as serviceEntityOf,
  fileOf,
  LOCATION_FILE,
  locationEntity,
  systemEntities,
} from '../../backstage/documents.ts';
import { catalogOf } from '../../catalog.ts';
import { eventually } from '../../http/eventually.ts';
import { clientFor } from '../../http/from-settings.ts';
import { selected } from '../../selected.ts';
import { TargetError } from '../../target-error.ts';
import { writeAtomically } from '../atomic-write.ts';
import type { ConnectContext, Destination, Written } from '../destination.ts';
import { contentOf } from '../stored-file.ts';
import { assertUnchanged } from '../unchanged.ts';
import { definitionsOf } from './definitions-of.ts';
import { type CatalogApi, catalogApi, type Held } from './catalog-api.ts';
import { entityOf, entityText, liveAt, resourceOf, yamlFiles } from './entity-file.ts';

/** Kinds of entities that we make, each in the folder of its name. */
const KINDS = ['Component', 'Resource', 'System'];

function pathBelow(resource: Resource): string {
  const [folder, file] = fileOf(resource);
  const problem = unsafeFileName(file);
  if (problem === undefined) return `${folder}/${file}`;
  throw new TargetError('refused', `${JSON.stringify(file)} cannot be a file name: it ${problem}`);
}

async function scan(folder: string): Promise<LiveResource[]> {
  const found: LiveResource[] = [];
  for (const kind of KINDS) {
    const below = join(folder, kind.toLowerCase());
    for (const file of yamlFiles(below)) {
      // oxlint-disable-next-line no-await-in-loop -- files, one after the other
      const live = await liveAt(join(below, file));
      // An entity in a file that is not its own is somebody else's affair.
      if (live?.resource.kind === kind && `${live.resource.metadata.name}.yaml` === file) found.push(live);
    }
  }
  return found;
}

/** The file that leads to all others. It is written before what it leads to, so that a push that was stopped is repeated whole. */
function locationFile(folder: string, environment: Environment, owner: Owner) {
  const path = join(folder, LOCATION_FILE);
  let known: Set<string> | undefined;
  let text: string | undefined;
  let expected: readonly string[] = [];

  /** Paths of the entities that are ours, which the file leads to. Throws when the file is somebody else's. */
  async function paths(): Promise<Set<string>> {
    if (known !== undefined) return known;
    text = contentOf(path);
    const live = await liveAt(path);
    if (text !== undefined && (live === undefined || !isOurs(live, owner))) {
      throw new TargetError('conflict', `${path} is not ours`, {
        fix: 'choose another folder in destinations.backstage.folder, or remove the file',
      });
    }
    known = new Set((await scan(folder)).filter((one) => isOurs(one, owner)).map((one) => pathBelow(one.resource)));
    return known;
  }

  return {
    entity: locationEntity(environment, []),
    /** Says what will be added, so that the file is written once for all of it. */
    expect: (soon: readonly string[]): void => {
      expected = soon;
    },
    /** Makes the file lead to what is known and `add`, and not to `remove`; it goes when it leads nowhere. */
    update: async ({ add, remove }: { add?: string; remove?: string }): Promise<void> => {
      const all = await paths();
      if (add !== undefined) for (const one of [add, ...expected]) all.add(one);
      expected = [];
      if (remove !== undefined) all.delete(remove);
      const resource = resourceOf(locationEntity(environment, [...all].toSorted()));
      const next = all.size === 0 ? undefined : entityText(resource, { ...owner, checksum: checksum(resource) });
      if (next === text) return;
      if (next === undefined) rmSync(path, { force: true });
      else writeAtomically(path, next);
      text = next;
    },
    /** True when the file leads to nothing but this. */
    isLast: async (below: string): Promise<boolean> => [...(await paths())].every((one) => one === below),
  };
}

function connectApi(context: ConnectContext<'backstage'>) {
  const { url, location } = context.settings;
  if (url === undefined) return undefined;
  if (location === undefined) {
    throw new TargetError('refused', 'destinations.backstage has a url but no location', {
      fix: `write the address under which Backstage finds ${LOCATION_FILE} as its location`,
    });
  }
  const client = clientFor({ ...context, settings: { ...context.settings, url } });
  return { api: catalogApi(client, location), base: `url:${location.slice(0, location.lastIndexOf('/') + 1)}`, client };
}

/** What Backstage made of what was written. Throws when it keeps an entity that is described elsewhere. */
async function taken(api: CatalogApi, base: string, written: readonly LiveResource[], signal?: AbortSignal) {
  const resources = written.map(({ resource }) => resource);
  await api.refresh(resources);
  const isTaken = (held: Held | undefined, at: number): boolean =>
    held?.annotations['binnacle.dev/checksum'] === written[at]?.stamp?.checksum;
  let held: readonly (Held | undefined)[] = [];
  await eventually(
    async () => (held = await api.read(resources)),
    (all) => all.every(isTaken),
    signal,
  );
  const elsewhere = held.find((one) => one !== undefined && one.from !== '' && !one.from.startsWith(base));
  if (elsewhere !== undefined) {
    throw new TargetError('conflict', `${elsewhere.kind} ${elsewhere.name} is described at ${elsewhere.from} already`, {
      fix: 'remove it there: Backstage keeps the first description it reads',
    });
  }
  const late = written.filter((_, at) => !isTaken(held[at], at)).map(({ resource }) => resourceId(resource));
  if (late.length === 0)
    return [
      `Backstage has taken in ${written.length === 1 ? 'the changed entity' : `${written.length} changed entities`}`,
    ];
  return [`Backstage has not read ${late.join(', ')} yet: it does when the files are at the location`];
}

/** Backstage's catalog: files that it reads and, where its address is known, the registration of their location. */
export const backstage: Destination<'backstage'> = {
  id: 'backstage',
  kinds: ['Dashboard', 'Service'],
  connect: async (context) => {
    const { settings, environment, owner, root, signal } = context;
    const folder = resolve(root, settings.folder);
    const server = connectApi(context);
    const locations = locationFile(folder, environment, owner);
    const written: LiveResource[] = [];
    let isRegistered = server === undefined;

    return {
      name: server === undefined ? `Backstage files in ${settings.folder}` : `Backstage at ${server.client.url}`,
      concurrency: 1,
      desired: (resources) => {
        const diagnostics: Diagnostic[] = [];
        const catalog = catalogOf(resources, environment);
        const services = selected(resources, isService).map((service) =>
          serviceEntityOf(service, catalog, diagnostics),
        );
        const made = [...services, ...systemEntities(catalog, diagnostics)];
        const wanted = made.map(({ entity, resource: { source } }) => ({
          ...resourceOf(entity),
          ...(source !== undefined && { source }),
        }));
        return { resources: wanted, diagnostics };
      },
      list: async (desired) => {
        const wanted = new Map(desired.map((resource) => [resourceId(resource), fileOf(resource).join('/')]));
        const found = (await scan(folder)).filter(
          (live) => isOurs(live, owner) || wanted.has(resourceId(live.resource)),
        );
        const foreign = new Set(
          found.filter((live) => !isOurs(live, owner)).map((live) => fileOf(live.resource).join('/')),
        );
        locations.expect([...wanted.values()].filter((path) => !foreign.has(path)));
        return found;
      },
      write: async (write): Promise<Written> => {
        const { resource } = write.action === 'put' ? write : write.live;
        const below = pathBelow(resource);
        const path = join(folder, below);
        const now = await liveAt(path);
        if (now === undefined && contentOf(path) !== undefined) {
          throw new TargetError('conflict', `${path} is in the way: it is not one entity`, { fix: 'move the file' });
        }
        assertUnchanged(now, write, owner);
        if (write.action === 'delete') {
          if (await locations.isLast(below)) await server?.api.unregister(locations.entity, owner);
          await locations.update({ remove: below });
          rmSync(path, { force: true });
          return { warnings: [] };
        }
        await server?.api.validate(entityOf(resource, write.stamp));
        const warnings = isRegistered ? [] : await server?.api.register();
        isRegistered = true;
        await locations.update({ add: below });
        writeAtomically(path, entityText(resource, write.stamp));
        const live = await liveAt(path);
        if (live !== undefined) written.push(live);
        return { warnings: warnings ?? [], ...(live !== undefined && { live }) };
      },
      settle: async () => {
        const changed = written.splice(0);
        return server === undefined || changed.length === 0 ? [] : taken(server.api, server.base, changed, signal);
      },
      definitions: definitionsOf,
      close: async () => server?.client.close(),
    };
  },
};
