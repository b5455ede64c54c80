import { writeFileSync } from 'node:fs';
import { openProject } from '../config/open-project.ts';
import { ExpectedError } from '../expected.ts';
import { EXIT } from '../exit-code.ts';
import { load } from '../load/load.ts';
import type { BaseResources } from './base-resources.ts';
import { comparable } from './comparable.ts';

/** Run as a process: `read-base <config file> <result file>` writes the resources of a project, and what is wrong with the others. */
async function main([config = '', result = '']: readonly string[]): Promise<number> {
  try {
    const { project } = await openProject({ cache: false, config });
    const loaded = await load(project, { cache: false });
    const { resources, problems } = comparable(await loaded.resources());
    const errors = [...loaded.diagnostics, ...problems].filter(({ severity }) => severity === 'error');
    const found: BaseResources = { resources, problems: errors.map(({ message }) => message) };
    writeFileSync(result, JSON.stringify(found));
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    return EXIT.couldNotRun;
  }
}

// What definitions left open must not keep the process alive.
process.exit(await main(process.argv.slice(2)));
