import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  checksum,
  isPrometheusRule,
  resourceId,
  type Resource,
  toJson,
  toYaml,
  unsafeFileName,
  withoutSource,
} from '@binnacle/model';
import { EXIT } from '../exit-code.ts';
import { ExpectedError } from '../expected.ts';
import { compareLive } from '../push/compare-live.ts';
import { withDeclaredLabels } from '../push/declared-labels.ts';
import type { LivePlan } from '../push/live-plan.ts';
import type { LiveFlags } from '../push/prepare.ts';

interface Definitions {
  readonly definitions: readonly Resource[];
  readonly lost: readonly string[];
}

export interface PullFlags extends LiveFlags {
  /** Folder to write to. Default: `live`. */
  readonly out?: string;
}

/** `Kind/name` of what is to be pulled; the text must name both. */
function named(id: string): Resource {
  const [kind, name, ...rest] = id.split('/');
  if (kind === undefined || kind === '' || name === undefined || name === '' || rest.length > 0) {
    throw new ExpectedError(`${id} names no resource`, 'write Kind/name, e.g. Dashboard/checkout');
  }
  return { apiVersion: '', kind, metadata: { name }, spec: {} };
}

function pathOf(resource: Resource, extension: string): string {
  const { kind, metadata } = resource;
  const { name, namespace } = metadata;
  const parts = namespace === undefined ? [name] : [namespace, name];
  const problem = parts.map(unsafeFileName).find((one) => one !== undefined);
  if (problem !== undefined)
    throw new ExpectedError(`${resourceId(resource)} cannot be written to a file: its name ${problem}`);
  return `${join(kind, ...parts)}.${extension}`;
}

/** A live resource as a file that definitions may lie beside: without what the server adds, in stable order. */
function fileOf(resource: Resource): { readonly path: string; readonly content: string } {
  const data = withoutSource(resource);
  return isPrometheusRule(resource)
    ? { path: pathOf(resource, 'yaml'), content: toYaml(data) }
    : { path: pathOf(resource, 'json'), content: toJson(data) };
}

async function liveOf({ connection, changes }: LivePlan, wanted: readonly Resource[]): Promise<Resource[]> {
  if (wanted.length === 0)
    return changes.filter(({ verdict }) => verdict !== 'adopt').flatMap(({ live }) => live?.resource ?? []);
  const ids = new Set(wanted.map((resource) => resourceId(resource)));
  const live = await connection.list(wanted);
  return live.map(({ resource }) => resource).filter((resource) => ids.has(resourceId(resource)));
}

/** What was found as definitions, and the ids of what they do not say all of. */
function definitionsOf({ connection }: LivePlan, live: readonly Resource[]): Definitions {
  const { definitions, desired } = connection;
  if (definitions === undefined) return { definitions: live, lost: [] };
  const made = definitions(live);
  const again = new Map(desired(made).resources.map((resource) => [resourceId(resource), checksum(resource)]));
  const lost = live.filter((resource) => again.get(resourceId(resource)) !== checksum(resource));
  return { definitions: made, lost: lost.map((resource) => resourceId(resource)) };
}

/** Writes live resources to files: those that Binnacle pushed, or those named. */
export function pull(ids: readonly string[], flags: PullFlags): Promise<number> {
  const { out = 'live', ...rest } = flags;
  const wanted = ids.map(named);
  return compareLive('pull', rest, async ({ plans, report, prepared }) => {
    const missing = new Set(wanted.map((resource) => resourceId(resource)));
    const written: string[] = [];
    for (const plan of plans) {
      // oxlint-disable-next-line no-await-in-loop
      const live = await liveOf(plan, wanted);
      for (const resource of live) missing.delete(resourceId(resource));
      const { definitions, lost } = definitionsOf(plan, live);
      for (const id of lost)
        process.stderr.write(
          `note: ${plan.environment.name} · ${plan.destination}: no definition says all that ${id} says\n`,
        );
      const declared = prepared.resolved.find(({ environment }) => environment.name === plan.environment.name);
      const whole = withDeclaredLabels(definitions, { desired: plan.desired, declared: declared?.resources ?? [] });
      for (const resource of whole) {
        const { path, content } = fileOf(resource);
        const file = join(out, plan.environment.name, plan.destination, path);
        mkdirSync(dirname(resolve(file)), { recursive: true });
        writeFileSync(resolve(file), content);
        written.push(file);
      }
    }
    process.stdout.write(
      flags.json === true
        ? `${JSON.stringify({ files: written.toSorted(), missing: [...missing] }, null, 2)}\n`
        : `${written
            .toSorted()
            .map((file) => `${file}\n`)
            .join('')}pulled ${written.length} ${written.length === 1 ? 'resource' : 'resources'}\n`,
    );
    for (const id of missing) process.stderr.write(`error: ${id} is in none of the systems\n`);
    const isUnreached = report.systems.filter(({ problem }) => problem !== undefined);
    for (const { environment, destination, problem } of isUnreached)
      process.stderr.write(`error: ${environment} · ${destination}: ${problem?.message ?? ''}\n`);
    return missing.size > 0 || isUnreached.length > 0 ? EXIT.findings : EXIT.clean;
  });
}
