import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { EXIT } from '../exit-code.ts';
import { ExpectedError } from '../expected.ts';
import { contractPath } from './contract-path.ts';
import { proposeContract } from './contract/contract.ts';
import { isRuntime } from './contract/runtime.ts';
import { exporterOf, waiversFor } from './contract/waiver.ts';
import { unifiedDiff } from './merge/diff.ts';
import { type Merged, merge } from './merge/merge.ts';
import { readSource } from './source/source.ts';

/** Flags of `binnacle import metrics`. */
export interface ImportMetricsFlags {
  readonly service: string;
  readonly out?: string;
  readonly job?: string;
  readonly match?: string;
  readonly header: readonly string[];
  readonly timeout: string;
  readonly only?: string;
  readonly includeRuntime?: boolean;
  readonly waivers: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

/** Names longer lists than this are cut to. */
const MOST_LISTED = 20;

function headersOf(given: readonly string[], token: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (token !== undefined && token !== '') headers['authorization'] = `Bearer ${token}`;
  for (const header of given) {
    const [, name, value] = /^([\w-]+)\s*:\s*(\P{Cc}*)$/u.exec(header) ?? [];
    // The value may be a secret, so it is not repeated.
    if (name === undefined || value === undefined)
      throw new ExpectedError('--header is not of the form name: value', `write --header 'X-Scope-OrgID: shop'`);
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 3600))
    throw new ExpectedError(`--timeout ${text} is not a number of seconds`, 'write --timeout 30');
  return seconds;
}

function pattern(only: string | undefined): RegExp {
  try {
    return new RegExp(only ?? '');
  } catch {
    throw new ExpectedError(`--only ${only ?? ''} is not a regular expression`, `write --only '^shop_'`);
  }
}

async function fileFor({ service, out }: ImportMetricsFlags): Promise<string> {
  if (!/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i.test(service)) {
    throw new ExpectedError(
      `"${service}" is not the name of a service`,
      'use letters, digits and dashes, as in services/<name>',
    );
  }
  const file = out === undefined ? await contractPath(service, process.cwd()) : resolve(out);
  if (!/\.[cm]?ts$/.test(file))
    throw new ExpectedError(`--out ${out ?? file} is no TypeScript file`, 'give a path that ends in .ts');
  return file;
}

/** The file appears whole or not at all. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function list(sign: string, names: readonly string[]): string[] {
  const lines = names.slice(0, MOST_LISTED).map((name) => `  ${sign} ${name}`);
  return names.length > MOST_LISTED ? [...lines, `  ${sign} … and ${names.length - MOST_LISTED} more`] : lines;
}

/** What makes a new file of contracts part of the project: its service, in the file beside its folder. */
function nextStep(path: string, service: string): string {
  const folder = dirname(path);
  const [where, from] =
    folder === '.' || folder.startsWith('..')
      ? ['the file of the service', path]
      : [`${folder}.ts`, `./${basename(folder)}/${basename(path)}`];
  return `  next: in ${where}, import { metrics } from '${from}' and write service('${service}', { …, metrics })`;
}

function reportText(
  path: string,
  merged: Merged,
  {
    created,
    service,
    leftOut,
    runtime,
    dryRun,
  }: { created: boolean; service: string; leftOut: readonly LeftOut[]; runtime: number; dryRun: boolean },
): string {
  const { added, addedLabels, vanished, returned, differs, total } = merged;
  const unchanged = added.length + addedLabels.length + vanished.length + returned.length === 0;
  const state = unchanged ? 'nothing new' : `${added.length} new${dryRun ? ', not written' : ''}`;
  return [
    `${path}: ${counted(total, 'contract', 'contracts')}, ${state}`,
    ...(created ? [] : list('+', added)),
    ...list('+ label', addedLabels),
    ...list('- not seen:', vanished),
    ...list('= seen again:', returned),
    ...list('!', differs),
    ...list(
      'left out',
      leftOut.map(({ name, reason }) => `${name}: ${reason}`),
    ),
    ...(runtime === 0
      ? []
      : [
          `  left out ${counted(runtime, 'family', 'families')} of the language runtime (go_, process_, …): --include-runtime takes them in`,
        ]),
    ...(created && !dryRun ? [nextStep(path, service)] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Reads what `from` exposes and brings the contract file of a service up to it. Answers with the exit code. */
export async function importMetrics(from: string, flags: ImportMetricsFlags): Promise<number> {
  const file = await fileFor(flags);
  const http = {
    headers: headersOf(flags.header, process.env['BINNACLE_TOKEN']),
    timeout: secondsOf(flags.timeout) * 1000,
  };
  if (flags.job !== undefined && flags.match !== undefined) {
    throw new ExpectedError('--job and --match exclude each other', `write --match 'job="${flags.job}",…'`);
  }
  const existing = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const { families, skipped, targetLabels } = await readSource(from, { job: flags.job, match: flags.match }, http);

  const contracts = families.map((family) => proposeContract(family, targetLabels));
  const only = pattern(flags.only);
  const names = families.map(({ name }) => name).filter((name) => only.test(name));
  const wanted = new Set(names.filter((name) => flags.includeRuntime === true || !isRuntime(name)));
  const specs = contracts.map(({ spec }) => spec);
  const exporter = exporterOf([...wanted], flags.service);
  const merged = await merge(existing, {
    path: relative(process.cwd(), file),
    service: flags.service,
    proposal: {
      contracts,
      wanted,
      waivers: flags.waivers ? waiversFor(specs, exporter) : new Map(),
      seen: new Map(families.map((family) => [family.name, family])),
      named: new Set(skipped.flatMap(({ name }) => [name, `${name}_total`, `${name}_info`])),
    },
  });

  const changed = merged.text !== existing;
  if (changed && flags.dryRun !== true) write(file, merged.text);
  const path = relative(process.cwd(), file);
  const runtime = names.length - wanted.size;
  if (flags.json === true) {
    const { text: _text, ...result } = merged;
    const written = changed && flags.dryRun !== true;
    process.stdout.write(`${JSON.stringify({ file: path, written, ...result, leftOut: skipped, runtime }, null, 2)}\n`);
    return EXIT.clean;
  }
  if (flags.dryRun === true && changed)
    process.stdout.write(`--- ${path}\n+++ ${path}\n${unifiedDiff(existing ?? '', merged.text)}`);
  const report = reportText(path, merged, {
    created: existing === undefined,
    service: flags.service,
    leftOut: skipped,
    runtime,
    dryRun: flags.dryRun === true,
  });
  (flags.dryRun === true ? process.stderr : process.stdout).write(report);
  return EXIT.clean;
}
