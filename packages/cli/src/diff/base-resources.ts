import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, isResource, type Resource } from '@binnacle/model';
import type { Project } from '../config/project.ts';
import { ExpectedError } from '../expected.ts';
import { type Checkout, checkOut, checkoutPlace } from './checkout.ts';
import type { Revision } from './git.ts';

/** Resources of a revision, and what is wrong with the others, one line each. */
export interface BaseResources {
  readonly resources: readonly Resource[];
  readonly problems: readonly string[];
  /** What a check says of the revision, where it was asked for; files are relative to the project. */
  readonly findings?: readonly Diagnostic[];
}

interface ReadOptions {
  readonly project: Pick<Project, 'configFile' | 'root'>;
  readonly repository: string;
  /** Names of the environments the revision is to be checked for, those it has of them. */
  readonly check?: readonly string[];
}

function isBaseResources(value: unknown): value is BaseResources {
  if (typeof value !== 'object' || value === null || !('resources' in value) || !('problems' in value)) return false;
  return Array.isArray(value.resources) && value.resources.every(isResource) && Array.isArray(value.problems);
}

/** The program that reads a project's resources; a process of its own, as definitions may look at the folder they run in or never end. */
const READER = fileURLToPath(new URL('read-base.js', import.meta.url));

/** What there is before anything was. */
export const NOTHING: BaseResources = { resources: [], problems: [], findings: [] };

/** Waits for a process; what it wrote to standard error when it failed. */
function failureOf(child: ChildProcess): Promise<string | undefined> {
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? undefined : errors.trim()));
  });
}

/** Reads a checkout; `onStart` is told the process that does. */
async function read(
  { folder }: Checkout,
  { name }: Revision,
  { project, repository, check, onStart }: ReadOptions & { readonly onStart: (child: ChildProcess) => void },
): Promise<BaseResources> {
  const config = join(folder, relative(repository, project.configFile));
  // The project is new: everything is.
  if (!existsSync(config)) return NOTHING;
  const result = join(dirname(folder), 'resources.json');
  const child = spawn(process.execPath, [READER, config, result, ...(check ?? [])], {
    cwd: dirname(config),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onStart(child);
  const failure = await failureOf(child);
  if (failure !== undefined) throw new ExpectedError(`${name} could not be read: ${failure.replace(/^error: /, '')}`);
  const found: unknown = JSON.parse(readFileSync(result, 'utf8'));
  if (!isBaseResources(found)) throw new Error(`${READER} wrote something else than resources`);
  return found;
}

/**
 * Reads a revision's resources from a checkout of its own, which is removed however this ends. `onBegin` is given what ends
 * it at once, and returns what is to be called when that is no longer needed.
 */
export async function baseResources(
  project: Pick<Project, 'configFile' | 'root'>,
  revision: Revision,
  { onBegin, ...options }: Omit<ReadOptions, 'project'> & { readonly onBegin: (abort: () => void) => () => void },
): Promise<BaseResources> {
  const { repository } = options;
  const checkout = checkoutPlace(repository);
  let child: ChildProcess | undefined;
  const end = onBegin(() => {
    child?.kill('SIGKILL');
    checkout.remove();
  });
  try {
    checkOut(checkout, revision, { repository, project: project.root });
    return await read(checkout, revision, {
      ...options,
      project,
      onStart: (started) => {
        child = started;
      },
    });
  } finally {
    end();
    checkout.remove();
  }
}
