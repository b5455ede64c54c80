import { readFileSync } from 'node:fs';
import { type Diagnostic, isResource, type Origin, type Resource } from '@binnacle/model';
import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import { systemCode } from '../expected.ts';
import type { Definition } from './definitions.ts';

/** True for files whose resources are written out by hand. */
export function isDataFile(path: string): boolean {
  return /\.(?:json|ya?ml)$/.test(path);
}

/** Depth in a resource to which positions are kept: `/spec/groups/0/rules/1`, `/spec/elements/x`. */
const DEPTH = 5;

type LineOf = (offset: number) => { readonly line: number; readonly col: number };

function partsOf(
  document: Document,
  base: readonly (string | number)[],
  at: (offset: number) => Origin,
): Record<string, Origin> {
  const parts: Record<string, Origin> = {};
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value !== 'object' || value === null || path.length > DEPTH) return;
    for (const key of Object.keys(value)) {
      const next = [...path, Array.isArray(value) ? Number(key) : key];
      const node = document.getIn([...base, ...next], true);
      if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) continue;
      const child = (value as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null && next.length > 1) {
        const pointer = next.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
        parts[pointer] = at(Number(node.range[0]));
      }
      visit(child, next);
    }
  };
  visit(
    document.toJS() &&
      base.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], document.toJS()),
    [],
  );
  return parts;
}

/** The resources of a JSON or YAML file: one per document, or the `items` of a `List`. JSON is read as the YAML it also is. */
export function readDataFile(file: string): {
  readonly definition: Definition;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const items: { text: string; source: Resource['source'] & object }[] = [];
  const report = (message: string, fix: string | undefined, place: Partial<Origin> = {}): void => {
    const origin = { file, line: 1, column: 1, ...place };
    diagnostics.push({ rule: 'load/data', severity: 'error', message, origin, ...(fix !== undefined && { fix }) });
  };
  const done = (): ReturnType<typeof readDataFile> => ({
    definition: { file, closure: [file], exports: diagnostics.length > 0 ? 'broken' : 'resources', items },
    diagnostics,
  });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    report(
      `cannot read this file (${systemCode(error) ?? String(error)})`,
      'give read permission, or add it to `exclude`',
    );
    return done();
  }
  const lines = new LineCounter();
  const lineOf: LineOf = (offset) => lines.linePos(offset);
  const at = (offset: number): Origin => {
    const { line, col } = lineOf(offset);
    return { file, line, column: col };
  };
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const documents = Array.isArray(parsed) ? parsed : [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error !== undefined) {
      report(error.message.split('\n', 1)[0] ?? '', undefined, at(error.pos[0]));
      continue;
    }
    const value: unknown = document.toJS();
    if (value === null) continue;
    const isList =
      typeof value === 'object' &&
      'kind' in value &&
      value.kind === 'List' &&
      'items' in value &&
      Array.isArray(value.items);
    const candidates: readonly (readonly [readonly (string | number)[], unknown])[] = isList
      ? (value.items as unknown[]).map((item, index) => [['items', index], item])
      : [[[], value]];
    for (const [path, candidate] of candidates) {
      const node = path.length === 0 ? document.contents : document.getIn(path, true);
      const origin = at((node as { range?: readonly number[] } | null)?.range?.[0] ?? 0);
      if (!isResource(candidate)) {
        report('no resource: `apiVersion`, `kind`, `metadata.name` and `spec` are required', undefined, origin);
        continue;
      }
      items.push({ text: JSON.stringify(candidate), source: { origin, parts: partsOf(document, path, at) } });
    }
  }
  return done();
}
