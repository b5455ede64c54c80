import { checksum, isRecord, type LiveResource, type Owner, type Resource } from '@binnacle/model';
import { textOf } from '../../../text-of.ts';
import { type ContactPointSpec, NOTIFICATIONS_API_VERSION } from './contact-point.ts';
import { HIDDEN } from './integrations.ts';
import { type Entry, stampOf } from './ledger.ts';
import { POLICIES, storedPolicy } from './policy.ts';

type Json = Readonly<Record<string, unknown>>;

/** What Grafana answers for a secret. */
const REDACTED = '[REDACTED]';
/** Receivers of a tree that nobody has changed. */
const UNTOUCHED: ReadonlySet<string> = new Set(['grafana-default-email', 'empty']);

/** How a stored part looks to a plan, given what was written of it. */
export interface Shown {
  /** uid of a contact point, version of what has one. */
  readonly revision: string | undefined;
  readonly provenance: string;
  readonly as: (entry: Entry | undefined) => Resource;
}

function part(kind: string, name: string, stored: Json & { spec: (entry: Entry | undefined) => unknown }): Shown {
  const version = textOf(stored['version']);
  return {
    revision: version === '' ? undefined : version,
    provenance: textOf(stored['provenance']),
    as: (entry) => ({
      apiVersion: NOTIFICATIONS_API_VERSION,
      kind,
      metadata: { name },
      spec: stored.spec(entry),
    }),
  };
}

/** A contact point under its name in plans; `fingerprint` stands for what may be a secret and is shown. */
export function shownContactPoint(name: string, stored: Json, fingerprint: (text: string) => string): Shown {
  const type = textOf(stored['type']);
  const settings = Object.entries(isRecord(stored['settings']) ? stored['settings'] : {});
  const spec = (entry: Entry | undefined): ContactPointSpec => ({
    receiver: textOf(stored['name']),
    type,
    settings: Object.fromEntries(
      settings.map(([key, value]) => {
        if (value === REDACTED) return [key, entry?.secrets[key] ?? REDACTED];
        return [key, typeof value === 'string' && HIDDEN.has(`${type}/${key}`) ? fingerprint(value) : value];
      }),
    ),
    disableResolveMessage: stored['disableResolveMessage'] === true,
  });
  return { ...part('ContactPoint', name, { ...stored, spec }), revision: textOf(stored['uid']) };
}

/** The tree of policies; undefined for one that Grafana made and nobody has touched. */
export function shownPolicies(stored: Json): Shown | undefined {
  const tree = storedPolicy(stored);
  const isUntouched = textOf(stored['provenance']) === '' && tree.routes === undefined;
  if (isUntouched && UNTOUCHED.has(tree.receiver ?? '')) return undefined;
  return part('NotificationPolicy', POLICIES, { provenance: stored['provenance'], spec: () => tree });
}

/** A mute timing or a template. */
export function shownNamed(kind: 'MuteTiming' | 'NotificationTemplate', stored: Json): Shown {
  const key = kind === 'MuteTiming' ? 'time_intervals' : 'template';
  return part(kind, textOf(stored['name']), { ...stored, spec: () => ({ [key]: stored[key] }) });
}

/** The entries that say what Grafana has now: none when somebody else changed it. */
export function matching({ as }: Shown, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((one) => checksum(as(one)) === (one.stored ?? one.checksum));
}

/** A part as it is live: ours when something was written down of it, and as it was written when one of the entries says so. */
export function liveOf(shown: Shown, entries: readonly Entry[], owner: Owner): LiveResource {
  const { as, revision, provenance } = shown;
  const at = revision === undefined ? {} : { revision };
  const last = entries.at(-1);
  if (last === undefined)
    return { resource: as(undefined), ...at, ...(provenance === 'file' && { manager: 'a file on the server' }) };
  // Of two that differ in a secret only, the older: it is written once more, which does no harm.
  const entry = matching(shown, entries)[0] ?? last;
  return { resource: as(entry), ...at, stamp: stampOf(entry, owner) };
}
