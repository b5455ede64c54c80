import { checksum, isOurs, type LiveResource, type Owner, type Resource, resourceId } from '@binnacle/model';
import type { Holding } from './holding.ts';
import type { ServerObject } from './objects.ts';
import { type Parts, remember } from './parts.ts';

/** `Kind/name`, as the resource of the object has it. */
function idOf({ kind, metadata }: ServerObject): string {
  return resourceId({ kind, metadata: { name: metadata.name } });
}

/** Everything that is ours, and whatever has the name of a wanted resource: a few requests, however much it is. */
export async function list(parts: Parts, wanted: readonly Resource[]): Promise<LiveResource[]> {
  const { server, objects, folders, dashboards, rules, notifications, known, context } = parts;
  const byId = new Map(wanted.map((resource) => [resourceId(resource), resource]));
  const found = new Map<string, LiveResource>();

  /** Keeps an object that is ours or wanted; the others are not kept in memory. */
  function keep(holder: Holding, object: ServerObject): boolean {
    const id = idOf(object);
    const live = holder.live(object, byId.get(id));
    const isKept = byId.has(id) || isOurs(live, context.owner);
    if (isKept) found.set(id, live);
    return isKept;
  }

  const { v2, classic } = server.dashboards;
  /** What was written as classic is read as classic: each conversion loses something. */
  const elsewhere = new Set(
    wanted.filter(({ apiVersion }) => apiVersion === classic && v2 !== undefined).map(resourceId),
  );
  await Promise.all([
    objects.folders.pages(server.folders, (page) => {
      for (const object of page) {
        remember(known, object);
        keep(folders, object);
      }
    }),
    objects.dashboards.pages(v2 ?? classic ?? '', (page) => {
      for (const object of page) {
        const isClassic = object.storedVersion !== undefined && !object.storedVersion.startsWith('v2');
        if (keep(dashboards, object) && isClassic && v2 !== undefined) elsewhere.add(idOf(object));
      }
    }),
  ]);
  if (classic !== undefined && [...elsewhere].some((id) => found.has(id))) {
    await objects.dashboards.pages(classic, (page) => {
      for (const object of page) {
        const isClassic = object.storedVersion === undefined || !object.storedVersion.startsWith('v2');
        if (isClassic && elsewhere.has(idOf(object))) keep(dashboards, object);
      }
    });
  }
  for (const resource of wanted) if (!known.has(resource.metadata.name)) remember(known, resource);
  const groups = rules === undefined ? [] : await rules.api.list(wanted);
  const told = notifications === undefined ? [] : await notifications.list(wanted);
  const all = [...found.values(), ...groups, ...told];
  return dashboards.keepsAnnotations() ? all : all.map((live) => recognised(live, byId, context.owner));
}

/**
 * On a server that keeps no annotations, a folder that is as desired counts as ours while it is desired, so that it is not
 * adopted with every push; it is never deleted, as nothing proves whose it is.
 */
function recognised(live: LiveResource, wanted: ReadonlyMap<string, Resource>, owner: Owner): LiveResource {
  const resource = wanted.get(resourceId(live.resource));
  if (
    live.resource.kind !== 'Folder' ||
    live.stamp !== undefined ||
    live.manager !== undefined ||
    resource === undefined
  )
    return live;
  return checksum(resource) === checksum(live.resource)
    ? { ...live, stamp: { ...owner, checksum: checksum(resource) } }
    : live;
}
