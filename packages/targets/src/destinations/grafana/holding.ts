import {
  checksum,
  FOLDER_ANNOTATION,
  isOurs,
  isRecord,
  type LiveResource,
  type Owner,
  type Resource,
  resourceId,
  type Stamp,
} from '@binnacle/model';
import { present } from '../../present.ts';
import { TargetError } from '../../target-error.ts';
import { textOf } from '../../text-of.ts';
import type { Written } from '../destination.ts';
import { stampedAlike } from '../unchanged.ts';
import type { Objects, ServerObject } from './objects.ts';
import { lastEdit, managerOf, ownershipAnnotations, ownershipStamp, sourcePath } from './ownership.ts';
import { plainResource } from './shape.ts';
import { tagStampOf, withoutTagStamp, withTagStamp } from './tags.ts';

/** What reading and writing stamped objects needs to know. */
export interface HoldingContext {
  readonly objects: Objects;
  readonly owner: Owner;
  readonly root: string;
  readonly allowEdits: boolean;
  /** False where a rehearsal may be none: some storages write what they are only asked to try. */
  readonly isRehearsalReal: boolean;
  /** True for a kind that can carry its stamp as tags. */
  readonly hasTags: boolean;
}

/** Folders or dashboards of a Grafana, with their stamps. */
export interface Holding {
  /** A live object; `desired`: the one that is to take its place. */
  readonly live: (object: ServerObject, desired: Resource | undefined) => LiveResource;
  readonly put: (write: { resource: Resource; stamp: Stamp; live?: LiveResource }) => Promise<Written>;
  readonly remove: (live: LiveResource) => Promise<Written>;
  /** False once the server turned out to drop annotations. */
  readonly keepsAnnotations: () => boolean;
}

const LOST =
  'Grafana did not keep the annotations that say whose it is (its storage has no room for them): it is never pruned, and adopted again when it differs';

/** Reads and writes one kind of objects so that each carries its stamp. */
export function holding(context: HoldingContext): Holding {
  const { objects, owner, root, allowEdits, hasTags } = context;
  let isKeeping = true;

  function live(object: ServerObject, desired: Resource | undefined): LiveResource {
    const plain = plainResource(object);
    const resource = hasTags ? withoutTagStamp(plain, owner) : plain;
    let stamp = ownershipStamp(object.metadata.annotations);
    if (stamp === undefined && hasTags) {
      const known = [checksum(resource), ...(desired === undefined ? [] : [checksum(desired)])];
      stamp = tagStampOf(plain, owner, known);
      if (stamp !== undefined) isKeeping = false;
    }
    const manager = managerOf(object.metadata.annotations);
    return {
      resource,
      ...(object.revision !== undefined && { revision: object.revision }),
      ...(stamp !== undefined && { stamp }),
      ...(stamp === undefined && manager !== undefined && { manager: manager.name }),
      ...present({ edited: lastEdit(object.metadata.annotations) }),
    };
  }

  function stamped(resource: Resource, stamp: Stamp): Resource {
    const source = sourcePath(resource, root);
    const ownership = ownershipAnnotations(stamp, { allowEdits, ...(source !== undefined && { source }) });
    const annotations = { ...resource.metadata.annotations, ...ownership };
    const marked = isKeeping || !hasTags ? resource : withTagStamp(resource, stamp);
    return { ...marked, metadata: { ...marked.metadata, annotations } };
  }

  async function read(resource: Resource): Promise<LiveResource | undefined> {
    const object = await objects.get(resource.apiVersion, resource.metadata.name);
    return object === undefined ? undefined : live(object, resource);
  }

  /** Takes another tool's annotations off, as Grafana 13 lets nobody change them in one step. */
  async function released(resource: Resource, found: LiveResource): Promise<string | undefined> {
    const object = await objects.get(found.resource.apiVersion, resource.metadata.name);
    const manager = managerOf(object?.metadata.annotations);
    if (object === undefined || manager?.isReplaceable !== true || object.revision !== found.revision)
      return found.revision;
    const folder = object.metadata.annotations?.[FOLDER_ANNOTATION];
    const annotations = folder === undefined ? {} : { [FOLDER_ANNOTATION]: folder };
    const bare = { ...plainResource(object), metadata: { ...plainResource(object).metadata, annotations } };
    const { object: free } = await objects.write(bare, { revision: found.revision });
    return free.revision;
  }

  async function store(resource: Resource, stamp: Stamp, revision: string | undefined): Promise<Written> {
    let stored: string | undefined;
    if (context.isRehearsalReal) {
      const rehearsed = await objects.write(stamped(resource, stamp), { revision, isRehearsal: true });
      const made = checksum(live(rehearsed.object, resource).resource);
      if (made !== stamp.checksum) stored = made;
    }
    const whole: Stamp = { ...stamp, ...(stored !== undefined && { stored }) };
    const { warnings } = await objects.write(stamped(resource, whole), { revision });
    const found = await read(resource);
    if (found === undefined) {
      throw new TargetError('conflict', `${resourceId(resource)} was deleted as soon as it was written`, {
        fix: 'run the command again',
      });
    }
    if (!isOurs(found, owner) && isKeeping) {
      isKeeping = false;
      if (hasTags) return store(resource, stamp, found.revision);
    }
    const said = [...warnings];
    if (!isOurs(found, owner)) said.push(LOST);
    if (checksum(found.resource) !== stamp.checksum)
      said.push(
        'Grafana changed what was sent (it brings older dashboards up to date); the stamp keeps what it made of it',
      );
    return { live: found, warnings: said };
  }

  return {
    live,
    keepsAnnotations: () => isKeeping,
    put: async (put) => {
      const { resource, stamp, live: before } = put;
      try {
        const isForeign = before?.manager !== undefined || (before?.stamp !== undefined && !isOurs(before, owner));
        const revision = before !== undefined && isForeign ? await released(resource, before) : before?.revision;
        const written = await store(resource, stamp, revision);
        if (before?.manager === undefined) return written;
        const warning = `${before.manager} managed it until now; stop it there, or it changes it back`;
        return { ...written, warnings: [...written.warnings, warning] };
      } catch (error) {
        if (!(error instanceof TargetError) || error.status !== 409) throw error;
        const found = await read(resource);
        // Its answer was lost, or somebody did the same.
        if (found !== undefined && stampedAlike(found, { action: 'put', ...put })) return { live: found, warnings: [] };
        throw new TargetError(
          'conflict',
          `${resourceId(resource)} was changed since the plan was made: ${error.message}`,
          {
            status: 409,
            fix: 'run the command again',
          },
        );
      }
    },
    remove: async ({ resource, revision }) => {
      const { apiVersion, metadata } = resource;
      if (resource.kind === 'Folder') await assertEmpty(objects, resource);
      await objects.remove(apiVersion, metadata.name, revision);
      return { warnings: [] };
    },
  };
}

/** Grafana 12 may delete what is in a folder with it: what is not empty is refused here. */
async function assertEmpty(objects: Objects, { apiVersion, metadata: { name } }: Resource): Promise<void> {
  const answer = await objects.below(apiVersion, name, 'counts');
  const counts = isRecord(answer) && Array.isArray(answer['counts']) ? answer['counts'].filter(isRecord) : [];
  const full = counts.filter(({ count }) => Number(count) > 0);
  if (full.length === 0) return;
  const held = full.map(({ resource, count }) => `${Number(count)} ${textOf(resource)}`).join(', ');
  throw new TargetError('refused', `folder ${name} is not empty: it holds ${held}`);
}
