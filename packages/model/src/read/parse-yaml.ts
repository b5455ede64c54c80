import type * as YamlLibrary from 'yaml';
import type { Diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { pointerToken } from '../pointer.ts';
import { resourcesOf, unreadable, type Parsed, type ParsedDocument } from './documents.ts';
import { placesIn } from './lines.ts';

type Yaml = typeof YamlLibrary;

/** Where each part of a document starts: a member at its key, an item at its value. What an alias stands for has no place of its own. */
function partsOf(root: YamlLibrary.ParsedNode, yaml: Yaml, place: (offset: number) => Origin): Record<string, Origin> {
  const parts: Record<string, Origin> = { '': place(root.range[0]) };
  const visit = (node: YamlLibrary.ParsedNode | null, path: string): void => {
    if (yaml.isMap<YamlLibrary.ParsedNode, YamlLibrary.ParsedNode | null>(node)) {
      for (const { key, value } of node.items) {
        if (!yaml.isScalar(key)) continue;
        const below = `${path}/${pointerToken(String(key.value))}`;
        parts[below] = place(key.range[0]);
        visit(value, below);
      }
    } else if (yaml.isSeq<YamlLibrary.ParsedNode>(node)) {
      for (const [i, item] of node.items.entries()) {
        parts[`${path}/${i}`] = place(item.range[0]);
        visit(item, `${path}/${i}`);
      }
    }
  };
  visit(root, '');
  return parts;
}

/** The data of a document without errors; too many aliases, which could blow up the data, are an error too. */
function dataOf(document: YamlLibrary.Document.Parsed): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: document.toJS() };
  } catch (error) {
    if (error instanceof ReferenceError) return { error: error.message };
    throw error;
  }
}

/** The documents of a YAML 1.2 file, each part with its line. Syntax errors become diagnostics where they are. */
export async function yamlDocuments(
  text: string,
  file: string,
): Promise<{ readonly documents: readonly ParsedDocument[]; readonly diagnostics: readonly Diagnostic[] }> {
  const yaml = await import('yaml');
  const place = placesIn(text, file);
  const diagnostics: Diagnostic[] = [];
  const documents: ParsedDocument[] = [];
  const all = yaml.parseAllDocuments(text, { prettyErrors: false, merge: true });
  for (const document of Array.isArray(all) ? all : []) {
    for (const { message, pos } of document.errors) diagnostics.push(unreadable(`not YAML: ${message}`, place(pos[0])));
    if (document.errors.length > 0 || document.contents === null) continue;
    const data = dataOf(document);
    if ('error' in data) diagnostics.push(unreadable(`not YAML: ${data.error}`, place(document.contents.range[0])));
    else documents.push({ value: data.value, parts: partsOf(document.contents, yaml, place) });
  }
  return { documents, diagnostics };
}

/** Resources of a hand-written YAML file, one per document. */
export async function parseYaml(text: string, file: string): Promise<Parsed> {
  const { documents, diagnostics } = await yamlDocuments(text, file);
  const parsed = resourcesOf(documents, file);
  return { resources: parsed.resources, diagnostics: [...diagnostics, ...parsed.diagnostics] };
}
