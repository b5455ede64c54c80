import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Environment, isRecord, isResource, type Resource, toJson } from '@binnacle/model';
import type { ResolvedEnvironment } from '../resolved-environment.ts';
import { ExpectedError, wordsOf } from '../expected.ts';

/** Raised when a field changes its meaning or goes away. */
const FORMAT = 'binnacle-bundle/1';

/** Everything a push needs and nothing that runs: resolved resources of every environment, as data. */
export interface Bundle {
  readonly project: string;
  readonly environments: readonly ResolvedEnvironment[];
}

/** The resource with its definition's place relative to the project, so that a bundle is the same on every machine. */
function portable(resource: Resource, shown: (file: string) => string): Resource {
  const { source, ...data } = resource;
  if (source === undefined) return data;
  return { ...data, source: { origin: { ...source.origin, file: shown(source.origin.file) } } };
}

/** The bundle as text; the same for the same resources. `shown` makes a path relative to the project. */
export function bundleText({ project, environments }: Bundle, shown: (file: string) => string): string {
  return toJson({
    format: FORMAT,
    project,
    environments: environments.map(({ environment, resources }) => ({
      environment,
      resources: resources.map((resource) => portable(resource, shown)),
    })),
  });
}

/** `sha256:…` of a text: what a reviewer approves and a push is told. */
export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function isEnvironment(value: unknown): value is Environment {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    isRecord(value['prometheus']) &&
    isRecord(value['destinations'])
  );
}

function isResolved(value: unknown): value is ResolvedEnvironment {
  return (
    isRecord(value) &&
    isEnvironment(value['environment']) &&
    Array.isArray(value['resources']) &&
    value['resources'].every(isResource)
  );
}

/**
 * Reads a bundle. `expected` is the digest that was reviewed. Throws an expected error for a file that cannot be read, is no
 * bundle of this format, or is not the one that was reviewed.
 */
export function readBundle(path: string, expected?: string): Bundle {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ExpectedError(`${path}: ${wordsOf(error)}`, 'make it with `binnacle build --bundle <file>`');
  }
  const digest = digestOf(text);
  if (expected !== undefined && expected !== digest) {
    throw new ExpectedError(
      `${path} is not the bundle that was reviewed: its digest is ${digest}, not ${expected}`,
      'review the bundle as it is now, or build it again from the reviewed commit',
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (!isRecord(value) || value['format'] !== FORMAT) {
    throw new ExpectedError(
      `${path} is no bundle of the format ${FORMAT}`,
      'make it with `binnacle build --bundle <file>`',
    );
  }
  const { project, environments } = value;
  if (typeof project !== 'string' || !Array.isArray(environments) || !environments.every(isResolved)) {
    throw new ExpectedError(`${path} is damaged: its environments cannot be read`, 'build it again');
  }
  return { project, environments };
}
