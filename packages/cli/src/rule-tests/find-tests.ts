import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../config/project.ts';
import { definitionFolders } from '../load/definition-files.ts';

/** Files of tests stand beside what they test, or in a folder of their own. */
const TEST_FILE = /\.test\.ya?ml$/;
const OWN_FOLDER = 'tests';

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return TEST_FILE.test(entry.name) ? [path] : [];
    });
  } catch {
    // A folder that is not there, or cannot be read, has no tests; the loader says so of definitions.
    return [];
  }
}

/** The project's files of rule tests: `*.test.yaml` in the folders of its definitions and in `tests`. Absolute, sorted. */
export function findRuleTests({ root, config, out }: Project): readonly string[] {
  const folders = [...definitionFolders(config), OWN_FOLDER];
  const files = folders.flatMap((folder) => filesBelow(join(root, folder)));
  return [...new Set(files)].filter((file) => !file.startsWith(`${out}/`)).toSorted();
}
