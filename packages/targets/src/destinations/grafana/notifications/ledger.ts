import { isRecord, type Owner, type Stamp, toJson } from '@binnacle/model';
import type { HttpClient } from '../../../http/client.ts';
import { TargetError } from '../../../target-error.ts';
import { textOf } from '../../../text-of.ts';

/** What was last written of one part: its stamp, and fingerprints of the secrets that Grafana shows to nobody. */
export interface Entry {
  readonly checksum: string;
  readonly stored?: string;
  readonly secrets: Readonly<Record<string, string>>;
  /** uid of a contact point. */
  readonly uid?: string;
}

/** By id of a part; two entries while it is not known which of them Grafana has. The first is the older. */
export type Entries = Readonly<Record<string, readonly Entry[]>>;

/** What was pushed, kept where Grafana has room for it: in a template that nothing uses. */
export interface Ledger {
  readonly read: () => Promise<Entries>;
  /** As read last, with what was noted since. */
  readonly entries: () => Entries;
  /** Writes the change down, on top of whatever others wrote meanwhile. */
  readonly note: (change: (entries: Entries) => Entries) => Promise<void>;
  /** Takes note without writing: that is done with the next `note`. */
  readonly remember: (change: (entries: Entries) => Entries) => void;
}

const ATTEMPTS = 4;
const OPENING = /^\{\{ define "binnacle\.[^"]*" \}\}\{\{\/\* (.*) \*\/\}\}\{\{ end \}\}$/s;

function isEntry(value: unknown): value is Entry {
  return isRecord(value) && typeof value['checksum'] === 'string' && isRecord(value['secrets']);
}

function entriesIn(parts: unknown): Entries {
  const known = Object.entries(isRecord(parts) ? parts : {}).map(([id, list]): [string, Entry[]] => [
    id,
    Array.isArray(list) ? list.filter(isEntry) : [],
  ]);
  return Object.fromEntries(known.filter(([, list]) => list.length > 0));
}

/** The name of an owner's template. */
export function ledgerName({ project, environment }: Owner): string {
  return `binnacle ${project} ${environment}`;
}

/** The stamp of an entry. */
export function stampOf({ checksum, stored }: Entry, owner: Owner): Stamp {
  return { ...owner, checksum, ...(stored !== undefined && { stored }) };
}

/** The ledger of an owner, written with `headers`. */
export function ledger(http: HttpClient, owner: Owner, headers: Readonly<Record<string, string>>): Ledger {
  const name = ledgerName(owner);
  const path = `/api/v1/provisioning/templates/${encodeURIComponent(name)}`;
  const whose = `${owner.project}/${owner.environment}`;
  let version = '';
  let known: Entries = {};

  async function read(): Promise<Entries> {
    const { status, json } = await http.request('GET', path, { headers, accept: [404] });
    if (status === 404 || !isRecord(json)) {
      version = '';
      return (known = {});
    }
    version = textOf(json['version']);
    const [, text = ''] = OPENING.exec(textOf(json['template'])) ?? [];
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch {
      content = undefined;
    }
    if (!isRecord(content) || content['owner'] !== whose) {
      throw new TargetError(
        'conflict',
        `the notification template '${name}' holds something else than what ${whose} pushed`,
        {
          fix: 'rename or delete it in Grafana, then push again with --adopt',
        },
      );
    }
    return (known = entriesIn(content['parts']));
  }

  async function write(entries: Entries): Promise<void> {
    const text = toJson({ owner: whose, parts: entries }).trim();
    // The only thing that would end the comment; JSON may say it otherwise.
    const template = `{{ define "binnacle.${whose}" }}{{/* ${text.replaceAll('*/', '*\\/')} */}}{{ end }}`;
    const { json } = await http.request('PUT', path, { headers, json: { name, template, version } });
    version = isRecord(json) ? textOf(json['version']) : '';
    known = entries;
  }

  return {
    read,
    entries: () => known,
    remember: (change) => {
      known = change(known);
    },
    note: async (change) => {
      for (let tried = 1; ; tried += 1) {
        try {
          await write(change(known));
          return;
        } catch (error) {
          const isStale = error instanceof TargetError && error.status === 409;
          if (!isStale || tried >= ATTEMPTS) throw error;
          // Another push wrote meanwhile, or our own answer was lost.
          await read();
        }
      }
    },
  };
}
