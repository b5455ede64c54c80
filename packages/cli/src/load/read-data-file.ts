import { readFileSync } from 'node:fs';
import { type Diagnostic, type Parsed, parseJson, parseYaml } from '@binnacle/model';
import { systemCode } from '../expected.ts';
import { type Definition, packed } from './definitions.ts';

async function parsed(file: string): Promise<Parsed> {
  try {
    const text = readFileSync(file, 'utf8');
    return file.endsWith('.json') ? parseJson(text, file) : await parseYaml(text, file);
  } catch (error) {
    const unreadable: Diagnostic = {
      rule: 'load/data',
      severity: 'error',
      message: `cannot read this file (${systemCode(error) ?? String(error)})`,
      origin: { file, line: 1, column: 1 },
      fix: 'mend it, or add it to `exclude`',
    };
    return { resources: [], diagnostics: [unreadable] };
  }
}

/** The resources of a JSON or YAML file that a person wrote, each with its places in it. */
export async function readDataFile(file: string): Promise<{
  readonly definition: Definition;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { resources, diagnostics } = await parsed(file);
  const items = resources.map(({ source = { origin: { file, line: 1, column: 1 } }, ...data }) => ({
    text: JSON.stringify(data),
    source,
  }));
  const exports = diagnostics.length > 0 ? 'broken' : 'resources';
  return { definition: { file, closure: [file], exports, content: packed(items) }, diagnostics };
}
