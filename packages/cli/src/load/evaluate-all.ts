import type { Diagnostic } from '@binnacle/model';
import type { Dependencies } from '../cache/remember.ts';
import { isDataFile } from './data-file.ts';
import type { Definition } from './definitions.ts';

/** What evaluating came to. */
export interface EvaluatedAll {
  readonly definitions: Definition[];
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined when there was no module among the files. */
  readonly dependencies: Dependencies | undefined;
}

export interface EvaluateAllOptions {
  readonly root: string;
  readonly stateDir: string;
  /** Data files that definitions import which are not evaluated now. */
  readonly imported: ReadonlySet<string>;
  readonly onFile?: ((file: string, index: number, total: number) => void) | undefined;
}

/** Evaluates modules and reads data files. Data that a module imports is no definition. What is heavy is only loaded when needed. */
export async function evaluateAll(
  files: readonly string[],
  { root, stateDir, imported, onFile }: EvaluateAllOptions,
): Promise<EvaluatedAll> {
  const modules = files.filter((file) => !isDataFile(file));
  const definitions: Definition[] = [];
  const diagnostics: Diagnostic[] = [];
  let dependencies: Dependencies | undefined;
  if (modules.length > 0) {
    const [{ evaluate }, { definitionsOf }] = await Promise.all([import('./evaluate.ts'), import('./definitions.ts')]);
    const probes: string[] = [];
    const packages: string[] = [];
    let begun = 0;
    const report = (file: string): void => onFile?.(file, begun++, modules.length);
    const observed = await evaluate(modules, { root, stateDir, onFile: report }, (evaluated) => {
      const made = definitionsOf(evaluated);
      definitions.push(...made.definitions);
      diagnostics.push(...made.diagnostics);
      probes.push(...evaluated.bundle.probes);
      packages.push(...evaluated.bundle.packages);
    });
    dependencies = { observed, probes, packages };
  }
  const data = files.filter(isDataFile);
  if (data.length > 0) {
    const { readDataFile } = await import('./read-data-file.ts');
    const needed = new Set([...imported, ...definitions.flatMap(({ closure }) => closure)]);
    for (const file of data) {
      if (needed.has(file)) continue;
      const made = await readDataFile(file);
      definitions.push(made.definition);
      diagnostics.push(...made.diagnostics);
    }
  }
  return { definitions, diagnostics, dependencies };
}
