import { readFileSync } from 'node:fs';
import { type Diagnostic, isResource, type Origin, pointer, type Source } from '@binnacle/model';
import { isCollection, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { systemCode } from '../expected.ts';
import type { Definition } from './definitions.ts';
import type { Item } from './evaluate.ts';

/** Depth in a resource to which positions are kept: `/spec/groups/0/rules/1` is 5 deep, `/spec/elements/x` 3. */
const DEPTH = 5;

type Locate = (node: unknown) => Origin;

/** Positions of the maps and lists in a resource's node. */
function partsOf(node: unknown, locate: Locate): Record<string, Origin> {
  const parts: Record<string, Origin> = {};
  const visit = (value: unknown, path: readonly string[]): void => {
    if (!isCollection(value) || path.length > DEPTH) return;
    if (path.length > 1) parts[pointer(...path)] = locate(value);
    for (const [index, item] of value.items.entries()) {
      if (isSeq(value)) visit(item, [...path, String(index)]);
      else if (isPair(item) && isScalar(item.key)) visit(item.value, [...path, String(item.key.value)]);
    }
  };
  visit(node, []);
  return parts;
}

/** The nodes of a document that should each be a resource: its root, or the items of a `List`. */
function candidatesIn(root: Node): readonly unknown[] {
  if (!isMap(root) || root.get('kind') !== 'List') return [root];
  const items = root.get('items', true);
  return isSeq(items) ? items.items : [root];
}

/** The resources of a JSON or YAML file: one per document, or the `items` of a `List`. JSON is read as the YAML it also is. */
export function readDataFile(file: string): {
  readonly definition: Definition;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const items: (Item & { readonly source: Source })[] = [];
  const lines = new LineCounter();
  const placeOf = (offset: number): Origin => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const locate: Locate = (node) => {
    const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    return placeOf(Array.isArray(range) ? Number(range[0]) : 0);
  };
  const report = (message: string, origin: Origin, fix?: string): void => {
    diagnostics.push({ rule: 'load/data', severity: 'error', message, origin, ...(fix !== undefined && { fix }) });
  };
  try {
    const documents = parseAllDocuments(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
    for (const document of Array.isArray(documents) ? documents : []) {
      const [error] = document.errors;
      if (error !== undefined) {
        report(error.message.split('\n', 1)[0] ?? '', placeOf(error.pos[0]));
        continue;
      }
      const { contents } = document;
      if (contents === null || (isScalar(contents) && contents.value === null)) continue;
      for (const node of candidatesIn(contents)) {
        const value: unknown = isCollection(node) || isScalar(node) ? node.toJS(document) : undefined;
        const origin = locate(node);
        if (!isResource(value)) {
          report('no resource: it needs `apiVersion`, `kind`, `metadata.name` and `spec`', origin);
          continue;
        }
        items.push({ text: JSON.stringify(value), source: { origin, parts: partsOf(node, locate) } });
      }
    }
  } catch (error) {
    const why = systemCode(error) ?? (error instanceof Error ? error.message : String(error));
    report(`cannot read this file (${why})`, placeOf(0), 'mend it, or add it to `exclude`');
  }
  const exports = diagnostics.length > 0 ? 'broken' : 'resources';
  return { definition: { file, closure: [file], exports, items }, diagnostics };
}
