import { basename } from 'node:path';
import { isRecord } from '@binnacle/model';
import { equal, parse } from '@binnacle/promql';

/** A rule as `/api/v1/rules` shows it. */
interface LoadedRule {
  readonly name: string;
  readonly query: string;
  readonly health: string;
  readonly lastError: string;
}

/** A group as `/api/v1/rules` shows it. */
export interface LoadedGroup {
  /** Name of its file, without the folder, which the server may see under another path. */
  readonly file: string;
  /** The file as the server names it. */
  readonly path: string;
  readonly name: string;
  readonly isEvaluated: boolean;
  /** Seconds between two evaluations. */
  readonly interval: number;
  readonly rules: readonly LoadedRule[];
}

/** What a rule file should have led to. */
export interface ExpectedGroup {
  readonly file: string;
  readonly name: string;
  readonly rules: readonly { readonly name: string; readonly query: string }[];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function records(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The groups in an answer of `/api/v1/rules`. */
export function loadedGroups(answer: unknown): LoadedGroup[] {
  const data = isRecord(answer) && isRecord(answer['data']) ? answer['data'] : {};
  return records(data['groups']).map((group) => ({
    file: basename(text(group['file'])),
    path: text(group['file']),
    name: text(group['name']),
    isEvaluated: !/^(?:0001-|$)/.test(text(group['lastEvaluation'])),
    interval: Number(group['interval']),
    rules: records(group['rules']).map((rule) => ({
      name: text(rule['name']),
      query: text(rule['query']),
      health: text(rule['health']),
      lastError: text(rule['lastError']),
    })),
  }));
}

/** The groups that a rule file's content should lead to. */
export function expectedGroups(file: string, groups: readonly unknown[]): ExpectedGroup[] {
  return records(groups).map((group) => ({
    file,
    name: text(group['name']),
    rules: records(group['rules']).map((rule) => ({
      name: text(rule['alert'] ?? rule['record']),
      query: text(rule['expr']),
    })),
  }));
}

/** True for the same query, however a server prints it; one that is no PromQL (MetricsQL knows more) goes by its text. */
function isSameQuery(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [parse(a), parse(b)];
  if (left.errors.length + right.errors.length > 0) return a.replaceAll(/\s+/g, '') === b.replaceAll(/\s+/g, '');
  return equal(left.expr, right.expr, { parens: 'ignore' });
}

/** How a server's groups differ from what the files say. */
export interface Differences {
  /** `group of file`: not there at all, or with other rules. */
  readonly missing: readonly ExpectedGroup[];
  /** Names of rules that are there, with a query that reads otherwise. */
  readonly otherQueries: readonly string[];
}

/** What of the files a server has not taken in. */
export function notLoaded(expected: readonly ExpectedGroup[], loaded: readonly LoadedGroup[]): Differences {
  const byKey = new Map(loaded.map((group) => [`${group.file}\0${group.name}`, group]));
  const otherQueries: string[] = [];
  const missing = expected.filter((group) => {
    const found = byKey.get(`${group.file}\0${group.name}`);
    if (found === undefined || found.rules.length !== group.rules.length) return true;
    if (group.rules.some(({ name }, i) => found.rules[i]?.name !== name)) return true;
    for (const [i, { name, query }] of group.rules.entries()) {
      if (!isSameQuery(query, found.rules[i]?.query ?? '')) otherQueries.push(name);
    }
    return false;
  });
  return { missing, otherQueries };
}

/** What a server says of rules that it could not evaluate, one line each, for the groups of these files. */
export function evaluationErrors(loaded: readonly LoadedGroup[], files: ReadonlySet<string>): string[] {
  return loaded
    .filter(({ file }) => files.has(file))
    .flatMap(({ name: group, rules }) =>
      rules
        .filter(({ health }) => health === 'err')
        .map(({ name, lastError }) => `${name} of group ${group} is not evaluated: ${lastError}`),
    );
}
