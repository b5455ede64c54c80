import { resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import { bundleText, digestOf } from '../bundle/bundle.ts';
import type { ProjectFlags } from '../config/open-project.ts';
import { shown } from '../config/project.ts';
import { ExpectedError, wordsOf } from '../expected.ts';
import { EXIT } from '../exit-code.ts';
import { prepare } from '../push/prepare.ts';
import type { ReportFlags } from './report-run.ts';

export interface BundleFlags extends ProjectFlags, ReportFlags {
  /** File to write. */
  readonly bundle: string;
}

/** Writes everything a push needs to one file, as data: what holds secrets then evaluates no code. Prints its digest. */
export async function bundle({ bundle: file, ...flags }: BundleFlags): Promise<number> {
  const prepared = await prepare(flags);
  if (typeof prepared === 'number') return prepared;
  const { project, root, resolved, progress } = prepared;
  const text = bundleText({ project, environments: resolved }, (path) => shown(path, { root }));
  try {
    writeFileSync(resolve(file), text);
  } catch (error) {
    throw new ExpectedError(`${file} cannot be written: ${wordsOf(error)}`, 'name a file in a folder that exists');
  }
  progress.clear();
  const digest = digestOf(text);
  const resources = resolved.reduce((sum, one) => sum + one.resources.length, 0);
  const environments = resolved.map(({ environment }) => environment.name);
  process.stdout.write(
    flags.json === true
      ? `${JSON.stringify({ bundle: file, digest, environments, resources }, null, 2)}\n`
      : `${file}: ${resources} ${resources === 1 ? 'resource' : 'resources'} for ${environments.join(', ')}\ndigest ${digest}\n`,
  );
  return EXIT.clean;
}
