import type { Diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { isRecord } from '../record.ts';
import { isResource, type Resource } from '../resource.ts';

/** What a hand-written file holds: its resources, and what in it is none. */
export interface Parsed {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One document of a file as data, with the place of each part by JSON pointer. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly parts: Readonly<Record<string, Origin>>;
}

/** The diagnostic about a file that cannot be read as resources. */
export function unreadable(message: string, origin: Origin, fix?: string): Diagnostic {
  return { rule: 'load/data', severity: 'error', message, origin, ...(fix !== undefined && { fix }) };
}

function whatIsMissing(value: Readonly<Record<string, unknown>>): string {
  const { apiVersion, kind, metadata, spec } = value;
  return [
    typeof apiVersion === 'string' ? [] : ['apiVersion'],
    typeof kind === 'string' ? [] : ['kind'],
    isRecord(metadata) && typeof metadata['name'] === 'string' ? [] : ['metadata.name'],
    spec === undefined ? ['spec'] : [],
  ]
    .flat()
    .join(', ');
}

function noResource(value: unknown, origin: Origin): Diagnostic {
  if (!isRecord(value)) return unreadable('a resource is an object with apiVersion, kind, metadata and spec', origin);
  if (value['kind'] === undefined && Array.isArray(value['groups'])) {
    const fix = 'put it under spec of a resource: apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule';
    return unreadable('a plain Prometheus rule file is no resource', origin, fix);
  }
  if (value['kind'] === undefined && value['schemaVersion'] !== undefined) {
    const fix = 'put it under spec of a resource: apiVersion: dashboard.grafana.app/v1, kind: Dashboard';
    return unreadable("a dashboard's plain JSON model is no resource", origin, fix);
  }
  return unreadable(`not a resource: no ${whatIsMissing(value)}`, origin);
}

/** The parts below `base`, with pointers that start there. */
function below(parts: Readonly<Record<string, Origin>>, base: string): Record<string, Origin> {
  if (base === '') return parts;
  const inside = Object.entries(parts).filter(([path]) => path.startsWith(`${base}/`));
  return Object.fromEntries(inside.map(([path, origin]) => [path.slice(base.length), origin]));
}

/** The resources of a file's documents: one each, or the items of a Kubernetes `List`. Empty documents are passed over. */
export function resourcesOf(documents: readonly ParsedDocument[], file: string): Parsed {
  const resources: Resource[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { value, parts } of documents) {
    if (value === null || value === undefined) continue;
    const isList = isRecord(value) && value['kind'] === 'List' && Array.isArray(value['items']);
    const items: readonly unknown[] = isList && Array.isArray(value['items']) ? value['items'] : [value];
    for (const [i, item] of items.entries()) {
      const base = isList ? `/items/${i}` : '';
      const origin = parts[base] ?? { file, line: 1, column: 1 };
      if (isResource(item)) resources.push({ ...item, source: { origin, parts: below(parts, base) } });
      else diagnostics.push(noResource(item, origin));
    }
  }
  return { resources, diagnostics };
}
