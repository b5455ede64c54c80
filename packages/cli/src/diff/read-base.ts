import { writeFileSync } from 'node:fs';
import { checkedAndTested } from '../checked.ts';
import { openProject } from '../config/open-project.ts';
import { ExpectedError } from '../expected.ts';
import { EXIT } from '../exit-code.ts';
import { load } from '../load/load.ts';
import type { BaseResources } from './base-resources.ts';
import { comparable } from './comparable.ts';

/** A project that had no definitions yet had no problem either. */
const EMPTY = 'load/empty';

/**
 * Run as a process: `read-base <config file> <result file> [environment…]` writes the resources of a project, what is wrong with
 * the others and, where environments are named, what a check for those of them that the project has finds.
 */
async function main([config = '', result = '', ...names]: readonly string[]): Promise<number> {
  try {
    const { project, environments } = await openProject({ cache: false, config });
    const loaded = await load(project, { cache: false });
    const { resources, problems } = comparable(await loaded.resources());
    const errors = [...loaded.diagnostics, ...problems].filter(
      ({ severity, rule }) => severity === 'error' && rule !== EMPTY,
    );
    const found: BaseResources = { resources, problems: errors.map(({ message }) => message) };
    if (names.length === 0) {
      writeFileSync(result, JSON.stringify(found));
      return EXIT.clean;
    }
    const own = environments.filter(({ name }) => names.includes(name));
    const { report } = await checkedAndTested({ project, environments: own, loaded, cache: false });
    const findings = report.findings.filter(({ rule }) => rule !== EMPTY);
    writeFileSync(result, JSON.stringify({ ...found, findings }));
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    return EXIT.couldNotRun;
  }
}

// What definitions left open must not keep the process alive.
process.exit(await main(process.argv.slice(2)));
