import { basename } from 'node:path';
import { type Config, configProblems, didYouMean, type Environment, environments } from '@binnacle/model';
import { ExpectedError } from '../expected.ts';
import { findConfig } from './find-config.ts';
import { override, type Overrides } from './overrides.ts';
import { createProject, type Project } from './project.ts';
import { readConfig } from './read-config.ts';

/** Flags of every command that works on a project. */
export interface ProjectFlags extends Overrides {
  readonly config?: string;
  readonly env?: readonly string[];
  readonly out?: string;
  readonly cache: boolean;
}

/** A project with the environments the command is about. */
export interface Opened {
  readonly project: Project;
  readonly environments: readonly Environment[];
  /** Files the configuration was made from, absolute. */
  readonly configFiles: readonly string[];
}

/** Throws an expected error that names every problem of a config. */
function assertConfig(config: unknown, file: string): asserts config is Config {
  const [first, ...rest] = configProblems(config);
  if (first !== undefined) throw new ExpectedError([`${basename(file)}: ${first}`, ...rest].join('\n  '));
}

/** Throws an expected error for what flags made wrong of a config that was right. */
function assertOverridden(config: unknown, flags: Overrides): asserts config is Config {
  const problems = configProblems(config).map((problem) => {
    for (const system of ['grafana', 'prometheus'] as const) {
      const place = new RegExp(`^config\\.environments\\..*\\.${system}\\.version `);
      if (flags[`${system}Version`] !== undefined && place.test(problem))
        return problem.replace(place, `--${system}-version `);
    }
    return `--set: ${problem}`;
  });
  if (problems.length > 0) throw new ExpectedError([...new Set(problems)].join('\n  '));
}

/** Those of the given names, all without any. Throws an expected error for a name that none has. */
export function selectEnvironments<E>(
  all: readonly E[],
  names: readonly string[] | undefined,
  nameOf: (environment: E) => string,
): readonly E[] {
  if (names === undefined) return all;
  const known = all.map(nameOf);
  for (const name of names) {
    if (!known.includes(name)) {
      throw new ExpectedError(`--env ${name}: there is no such environment`, didYouMean(name, known));
    }
  }
  return all.filter((environment) => names.includes(nameOf(environment)));
}

/** Finds and reads the configuration and applies the flags. Throws an expected error for anything the user must mend. */
export async function openProject(flags: ProjectFlags, cwd: string = process.cwd()): Promise<Opened> {
  const file = findConfig(cwd, flags.config);
  const { config, closure } = await readConfig(file, flags);
  // First as written, so that a mistake in the file is not reported as one of the flags.
  assertConfig(config, file);
  const overridden: unknown = override(config, flags);
  assertOverridden(overridden, flags);
  const selected = selectEnvironments(environments(overridden), flags.env, ({ name }) => name);
  const out = flags.out === undefined ? undefined : { path: flags.out, cwd };
  return { project: createProject(file, overridden, out), environments: selected, configFiles: closure };
}
