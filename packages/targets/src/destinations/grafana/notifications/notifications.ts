import { checksum, isRecord, type LiveResource, type Owner, type Resource, resourceId } from '@binnacle/model';
import pLimit from 'p-limit';
import type { SecretValues } from '../../../alertmanager-stores/secret-values.ts';
import type { HttpClient } from '../../../http/client.ts';
import { TargetError } from '../../../target-error.ts';
import { textOf } from '../../../text-of.ts';
import type { Desired, Write, Written } from '../../destination.ts';
import { assertUnchanged, stampedAlike } from '../../unchanged.ts';
import { contactPointUid, type ContactPointSpec } from './contact-point.ts';
import { desiredNotifications } from './desired.ts';
import { type Entries, type Entry, ledger, ledgerName } from './ledger.ts';
import { liveOf, matching, type Shown, shownContactPoint, shownNamed, shownPolicies } from './live.ts';
import { isPolicyTree, namesIn, sentPolicy } from './policy.ts';

const BASE = '/api/v1/provisioning';

export interface NotificationsContext {
  readonly http: HttpClient;
  readonly headers: Readonly<Record<string, string>>;
  readonly owner: Owner;
  readonly secrets: SecretValues;
  /** True: what is written stays editable in the browser. */
  readonly allowEdits: boolean;
}

/** Contact points, notification policies, mute timings and templates of an organisation. */
export interface Notifications {
  readonly desired: (resources: readonly Resource[]) => Desired;
  readonly list: (desired: readonly Resource[]) => Promise<readonly LiveResource[]>;
  readonly write: (write: Write) => Promise<Written>;
  readonly requires: (resource: Resource) => readonly string[];
  readonly settle: () => Promise<readonly string[]>;
}

/** The kinds in plans that parts of a configuration have. */
const KINDS: ReadonlySet<string> = new Set([
  'ContactPoint',
  'MuteTiming',
  'NotificationPolicy',
  'NotificationTemplate',
]);

type Json = Readonly<Record<string, unknown>>;

function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isContactPoint(resource: Resource): resource is Resource<ContactPointSpec> {
  return resource.kind === 'ContactPoint';
}

/** True for a part of a notification configuration. */
export function isNotification({ kind }: Resource): boolean {
  return KINDS.has(kind);
}

function without(entries: Entries, isGone: (id: string) => boolean): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !isGone(id)));
}

/** Reads and writes them one at a time: they are all one configuration to Grafana, and it locks. */
export function notifications({ http, headers, owner, secrets, allowEdits }: NotificationsContext): Notifications {
  const whose = `${owner.project}/${owner.environment}`;
  // Present with any value means: no provenance.
  const writing = { ...headers, ...(allowEdits && { 'x-disable-provenance': 'true' }) };
  const book = ledger(http, owner, headers);
  const oneByOne = pLimit(1);
  let wanted: readonly Resource[] = [];
  let found: readonly LiveResource[] = [];
  let isOpen = false;

  const ask = async (path: string): Promise<unknown> =>
    (await http.request('GET', `${BASE}/${path}`, { headers, accept: [404] })).json;

  /** Contact points under the names they have in plans: ours by uid, others' as the desired one they would become. */
  function named(stored: readonly Json[]): Shown[] {
    const ours = new Map(
      Object.entries(book.entries()).flatMap(([id, entries]) => entries.map(({ uid = '' }) => [uid, id] as const)),
    );
    const free = wanted
      .filter(isContactPoint)
      .filter((one) => !stored.some(({ uid }) => ours.get(textOf(uid)) === resourceId(one)));
    return stored.flatMap((one) => {
      const id = ours.get(textOf(one['uid']));
      const at = free.findIndex(({ spec }) => spec.receiver === one['name'] && spec.type === one['type']);
      const name = id === undefined ? free[at]?.metadata.name : id.slice('ContactPoint/'.length);
      if (name === undefined) return [];
      if (id === undefined) free.splice(at, 1);
      return [shownContactPoint(name, one, secrets.fingerprint)];
    });
  }

  async function shownOf(kind: string): Promise<Shown[]> {
    if (kind === 'ContactPoint') return named(records(await ask('contact-points')));
    if (kind === 'MuteTiming') return records(await ask('mute-timings')).map((one) => shownNamed(kind, one));
    if (kind === 'NotificationTemplate')
      return records(await ask('templates'))
        .filter(({ name }) => name !== ledgerName(owner))
        .map((one) => shownNamed(kind, one));
    const tree = await ask('policies');
    const policies = isRecord(tree) ? shownPolicies(tree) : undefined;
    return policies === undefined ? [] : [policies];
  }

  async function read(kind: string): Promise<LiveResource[]> {
    return (await shownOf(kind)).map((shown) => {
      const id = resourceId(shown.as(undefined));
      const entries = book.entries()[id] ?? [];
      const known = matching(shown, entries);
      if (entries.length > 1 && known.length === 1) {
        // What a run that was killed left open.
        book.remember((all) => ({ ...all, [id]: known }));
        isOpen = true;
      }
      return liveOf(shown, entries, owner);
    });
  }

  async function readOne(resource: Resource): Promise<LiveResource | undefined> {
    const id = resourceId(resource);
    return (await read(resource.kind)).find((one) => resourceId(one.resource) === id);
  }

  function entryOf({ resource, stamp }: Extract<Write, { action: 'put' }>, uid: string): Entry {
    const settings = isContactPoint(resource) ? Object.entries(resource.spec.settings) : [];
    const hidden = settings.filter(([, value]) => typeof value === 'string' && secrets.original(value) !== undefined);
    const { stored } = stamp;
    return {
      checksum: stamp.checksum,
      ...(stored !== undefined && { stored }),
      secrets: Object.fromEntries(hidden.map(([key, value]) => [key, textOf(value)])),
      ...(isContactPoint(resource) && { uid }),
    };
  }

  /** Sends one part. What is refused because it is there, or is another by now, shows when it is read back. */
  async function send(resource: Resource, uid: string, now: LiveResource | undefined): Promise<void> {
    const { kind, metadata, spec } = resource;
    const request = { headers: writing, secrets: secrets.values(), accept: [409] };
    const at = encodeURIComponent(metadata.name);
    if (isContactPoint(resource)) {
      const { receiver, type, settings, disableResolveMessage } = resource.spec;
      const revealed = Object.entries(settings).map(([key, value]): [string, unknown] => [
        key,
        typeof value === 'string' ? (secrets.original(value) ?? value) : value,
      ]);
      const json = { uid, name: receiver, type, settings: Object.fromEntries(revealed), disableResolveMessage };
      if (now === undefined) await http.request('POST', `${BASE}/contact-points`, { ...request, json });
      else await http.request('PUT', `${BASE}/contact-points/${uid}`, { ...request, json });
      return;
    }
    if (isPolicyTree(resource)) {
      await http.request('PUT', `${BASE}/policies`, { ...request, json: sentPolicy(resource.spec) });
      return;
    }
    const version = now?.revision ?? '';
    const json = { name: metadata.name, ...(isRecord(spec) && spec), version };
    if (kind === 'NotificationTemplate') await http.request('PUT', `${BASE}/templates/${at}`, { ...request, json });
    else if (now === undefined) await http.request('POST', `${BASE}/mute-timings`, { ...request, json });
    else await http.request('PUT', `${BASE}/mute-timings/${at}`, { ...request, json });
  }

  async function put(write: Extract<Write, { action: 'put' }>): Promise<Written> {
    const { resource } = write;
    const id = resourceId(resource);
    const now = await readOne(resource);
    if (now !== undefined && stampedAlike(now, write)) return { live: now, warnings: [] };
    assertUnchanged(now, write, owner);
    const uid = now?.revision ?? contactPointUid(whose, resource.metadata.name);
    const next = entryOf(write, uid);
    // Both are written down before: whichever Grafana has after a run that was killed is ours.
    const known = book.entries()[id]?.find((one) => one.checksum === now?.stamp?.checksum);
    const former: Entry | undefined =
      now && (known ?? { checksum: checksum(now.resource), secrets: {}, ...(isContactPoint(resource) && { uid }) });
    await book.note((entries) => ({ ...entries, [id]: former === undefined ? [next] : [former, next] }));
    await send(resource, uid, now);
    book.remember((entries) => ({ ...entries, [id]: [next] }));
    isOpen = true;
    const live = await readOne(resource);
    if (live === undefined || checksum(live.resource) === former?.checksum) {
      throw new TargetError('conflict', `${id} was changed since the plan was made`, { fix: 'run the command again' });
    }
    const warnings = stampedAlike(live, write) ? [] : ['Grafana keeps it otherwise than it was sent'];
    return { live, warnings };
  }

  async function remove(live: LiveResource): Promise<Written> {
    const { resource } = live;
    const id = resourceId(resource);
    const now = await readOne(resource);
    if (now !== undefined) {
      assertUnchanged(now, { action: 'delete', live }, owner);
      const at = encodeURIComponent(isContactPoint(resource) ? (now.revision ?? '') : resource.metadata.name);
      const paths: Readonly<Record<string, string>> = {
        ContactPoint: `contact-points/${at}`,
        MuteTiming: `mute-timings/${at}`,
        NotificationTemplate: `templates/${at}`,
      };
      await http.request('DELETE', `${BASE}/${paths[resource.kind] ?? 'policies'}`, {
        headers: writing,
        accept: [404],
      });
    }
    await book.note((entries) => without(entries, (one) => one === id));
    return { warnings: [] };
  }

  return {
    desired: (resources) => desiredNotifications(resources, secrets),
    list: async (desired) => {
      wanted = desired.filter(isNotification);
      await book.read();
      const all = (await Promise.all([...KINDS].map(read))).flat();
      const ids = new Set(wanted.map(resourceId));
      const known = new Set([...ids, ...all.map(({ resource }) => resourceId(resource))]);
      if (Object.keys(book.entries()).some((id) => !known.has(id))) {
        // Deleted by a run that was killed, or by somebody else.
        book.remember((entries) => without(entries, (id) => !known.has(id)));
        isOpen = true;
      }
      found = all.filter(({ resource, stamp }) => stamp !== undefined || ids.has(resourceId(resource)));
      return found;
    },
    write: (write) => oneByOne(() => (write.action === 'put' ? put(write) : remove(write.live))),
    requires: (resource) => {
      if (!isPolicyTree(resource)) return [];
      const { receivers, timings } = namesIn(resource.spec);
      return [...wanted, ...found.map((one) => one.resource)]
        .filter((one) =>
          isContactPoint(one)
            ? receivers.has(one.spec.receiver)
            : one.kind === 'MuteTiming' && timings.has(one.metadata.name),
        )
        .map(resourceId);
    },
    settle: async () => {
      if (isOpen) await book.note((entries) => entries);
      isOpen = false;
      return [];
    },
  };
}
