import { isRecord, type Owner, type Resource } from '@binnacle/model';
import type { HttpClient } from '../../http/client.ts';
import { stampOf } from '../../stamp/annotations.ts';
import { TargetError } from '../../target-error.ts';

const API = '/api/catalog';
/** Backstage answers for so many references at once. */
const BATCH = 100;
const MANAGED_BY = 'backstage.io/managed-by-location';

type Reference = Pick<Resource, 'kind' | 'metadata'>;

/** An entity as Backstage has it. */
export interface Held {
  readonly kind: string;
  readonly name: string;
  readonly annotations: Readonly<Record<string, string>>;
  /** `url:https://…/component/checkout.yaml`, where Backstage read it. */
  readonly from: string;
}

/** What of Backstage's catalog a push needs. */
export interface CatalogApi {
  /** Throws `TargetError` for an entity that this Backstage would refuse. */
  readonly validate: (entity: object) => Promise<void>;
  /** Makes Backstage read the location; gives why it cannot read it yet, if so. */
  readonly register: () => Promise<readonly string[]>;
  /** Forgets the location, unless what it leads to is not ours. */
  readonly unregister: (entity: Reference, owner: Owner) => Promise<void>;
  /** Has Backstage read entities again soon. */
  readonly refresh: (entities: readonly Reference[]) => Promise<void>;
  readonly read: (entities: readonly Reference[]) => Promise<readonly (Held | undefined)[]>;
}

function reference({ kind, metadata: { name } }: Reference): string {
  return `${kind.toLowerCase()}:default/${name}`;
}

function heldOf(entity: unknown): Held | undefined {
  if (!isRecord(entity) || !isRecord(entity['metadata'])) return undefined;
  const { name, annotations } = entity['metadata'];
  const texts = Object.entries(isRecord(annotations) ? annotations : {}).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  const all = Object.fromEntries(texts);
  return { kind: String(entity['kind']), name: String(name), annotations: all, from: all[MANAGED_BY] ?? '' };
}

/** Backstage's catalog, for one location. */
export function catalogApi({ request }: HttpClient, location: string): CatalogApi {
  const body = { type: 'url', target: location };

  async function registered(): Promise<string | undefined> {
    const { json } = await request('GET', `${API}/locations`);
    const all: readonly unknown[] = Array.isArray(json) ? json : [];
    for (const item of all) {
      const data = isRecord(item) ? item['data'] : undefined;
      if (isRecord(data) && data['type'] === 'url' && data['target'] === location) return String(data['id']);
    }
    return undefined;
  }

  async function dryRun(): Promise<readonly string[]> {
    try {
      await request('POST', `${API}/locations`, { query: { dryRun: 'true' }, json: body, isRehearsal: true });
      return [];
    } catch (error) {
      if (!(error instanceof TargetError) || error.refusal !== 'refused') throw error;
      return [`Backstage cannot read ${location} yet: ${error.message}`];
    }
  }

  async function read(entities: readonly Reference[]): Promise<readonly (Held | undefined)[]> {
    const held: (Held | undefined)[] = [];
    for (let i = 0; i < entities.length; i += BATCH) {
      const entityRefs = entities.slice(i, i + BATCH).map(reference);
      // oxlint-disable-next-line no-await-in-loop -- a few requests, and Backstage answers each from one query
      const { json } = await request('POST', `${API}/entities/by-refs`, { json: { entityRefs }, isRehearsal: true });
      const items: readonly unknown[] = isRecord(json) && Array.isArray(json['items']) ? json['items'] : [];
      held.push(...entityRefs.map((_, at) => heldOf(items[at])));
    }
    return held;
  }

  return {
    read,
    validate: async (entity) => {
      // A Backstage without this route judges when it reads the file.
      const json = { entity, location: `url:${location}` };
      await request('POST', `${API}/validate-entity`, { json, accept: [404], isRehearsal: true });
    },
    register: async () => {
      if ((await registered()) !== undefined) return [];
      const warnings = await dryRun();
      // Somebody else may have been first, or the answer to our own request was lost.
      await request('POST', `${API}/locations`, { json: body, accept: [409] });
      return warnings;
    },
    unregister: async (entity, owner) => {
      const id = await registered();
      if (id === undefined) return;
      const path = `${API}/entities/by-name/location/default/${entity.metadata.name}`;
      const { json, status } = await request('GET', path, { accept: [404] });
      const stamp = stampOf(heldOf(json)?.annotations);
      const isForeign = stamp?.project !== owner.project || stamp.environment !== owner.environment;
      if (status !== 404 && isForeign) {
        throw new TargetError('conflict', `${location} leads Backstage to a Location that is not ours`, {
          fix: 'unregister it in Backstage if nobody needs it',
        });
      }
      await request('DELETE', `${API}/locations/${encodeURIComponent(id)}`, { accept: [404] });
    },
    refresh: async (entities) => {
      for (const entity of entities) {
        // oxlint-disable-next-line no-await-in-loop -- there is no request for several
        await request('POST', `${API}/refresh`, { json: { entityRef: reference(entity) }, accept: [404] });
      }
    },
  };
}
