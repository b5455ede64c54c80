import { isRecord } from '@binnacle/model';

/** Stands for all integrations of a project. */
const ALL = '*';

/** An integration of a Healthchecks project: whom a check tells. */
interface Channel {
  readonly id: string;
  /** Its name where no other integration has it and it can be written in a list, else its id. */
  readonly name: string;
}

/** A project's integrations. */
export interface Channels {
  /** Every name, sorted. */
  readonly names: readonly string[];
  /** What integrations are called, from names, ids and `*`: names, sorted, each once; and what no integration is called. */
  readonly named: (wanted: readonly string[]) => {
    readonly names: readonly string[];
    readonly unknown: readonly string[];
  };
  /** Ids of integrations by what `named` calls them. */
  readonly ids: (names: readonly string[]) => readonly string[];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The integrations in the answer to `GET /api/v3/channels/`. */
export function channelsOf(answer: unknown): Channels {
  const listed = isRecord(answer) && Array.isArray(answer['channels']) ? answer['channels'].filter(isRecord) : [];
  const titles = listed.map(({ name }) => text(name));
  const channels = listed.map(({ id }, i): Channel => {
    const name = titles[i] ?? '';
    const isUsable =
      name !== '' && name !== ALL && !name.includes(',') && titles.indexOf(name) === titles.lastIndexOf(name);
    return { id: text(id), name: isUsable ? name : text(id) };
  });
  const names = channels.map(({ name }) => name).toSorted();
  const find = (word: string): Channel | undefined => channels.find(({ id, name }) => id === word || name === word);
  return {
    names,
    named: (wanted) => ({
      names: wanted.includes(ALL) ? names : [...new Set(wanted.flatMap((word) => find(word)?.name ?? []))].toSorted(),
      unknown: wanted.filter((word) => word !== ALL && find(word) === undefined),
    }),
    ids: (wanted) => wanted.flatMap((word) => find(word)?.id ?? []),
  };
}
