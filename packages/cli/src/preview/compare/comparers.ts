import { dirname } from 'node:path';
import { findConfig } from '../../config/find-config.ts';
import { git } from '../../diff/git.ts';
import { ExpectedError } from '../../expected.ts';
import { baseComparer } from './base.ts';
import type { EndingComparer } from './comparer-set.ts';
import { liveComparer } from './live.ts';

/** The flags that say what the page compares with. */
export interface CompareFlags {
  /** A revision; true: where the branch left the default branch. */
  readonly base?: string | true;
  readonly live?: boolean;
}

function configOf(config: string | undefined): string | undefined {
  try {
    return findConfig(process.cwd(), config);
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}

function isInRepository(folder: string): boolean {
  try {
    return git(folder, 'rev-parse', '--is-inside-work-tree') === 'true';
  } catch (error) {
    // No git, nothing to offer; who asked for it is told why.
    if (error instanceof ExpectedError) return false;
    throw error;
  }
}

/** A comparer that also says on the terminal why there is nothing to compare with, where that was asked for on the command line. */
function telling(comparer: EndingComparer, say: (text: string) => void): EndingComparer {
  return {
    ...comparer,
    async compare(state, again) {
      const compared = await comparer.compare(state, again);
      if (compared.state === 'failed' && comparer.eager) {
        const { message, fix } = compared;
        say(`warning: not compared with --${comparer.with}: ${message}${fix === undefined ? '' : `\n  ${fix}`}`);
      }
      return compared;
    },
  };
}

/** Where the project is, and whom to tell. */
interface Surroundings {
  readonly config: string | undefined;
  readonly files: readonly string[];
  readonly say: (text: string) => void;
}

/**
 * What there is to compare the project with: the base that was asked for, or that of a project in a repository once a page asks;
 * live systems only when asked for. `files` are shown beside the project. Throws an expected error where there are files alone.
 */
export function comparersOf(
  { base, live = false }: CompareFlags,
  { config, files, say }: Surroundings,
): readonly EndingComparer[] {
  const configFile = configOf(config);
  if (configFile === undefined) {
    const flag = base === undefined ? '--live' : '--base';
    if (files.length === 0 || (base === undefined && !live)) return [];
    throw new ExpectedError(`${flag}: files alone have no other version`, 'run it where the project is');
  }
  const root = dirname(configFile);
  const hasBase = base !== undefined || isInRepository(root);
  const named = typeof base === 'string' ? base : undefined;
  const all = [
    ...(hasBase
      ? [baseComparer({ configFile, root, files, eager: base !== undefined, ...(named !== undefined && { named }) })]
      : []),
    ...(live ? [liveComparer(files)] : []),
  ];
  return all.map((comparer) => telling(comparer, say));
}
