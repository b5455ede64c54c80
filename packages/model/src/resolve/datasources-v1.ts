import type { DashboardV1Resource } from '../kinds/dashboard/spec.ts';
import type { DatasourceNames } from './datasource-names.ts';

interface Reference {
  readonly type?: string;
  readonly uid?: string;
}

interface Variable {
  readonly type?: string;
  readonly query?: unknown;
  readonly current?: { readonly text?: unknown; readonly value?: unknown };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reference(value: Reference, names: DatasourceNames): Reference {
  const uid = value.uid === undefined ? undefined : names.uid(value.uid);
  return uid === undefined || uid === value.uid ? value : { ...value, uid };
}

/** Every `datasource` reference below a node, through panels, rows, targets, annotations and variables; the same node when nothing changed. */
function references(node: unknown, names: DatasourceNames): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item: unknown) => references(item, names));
    return items.every((item, i) => item === node[i]) ? node : items;
  }
  if (!isObject(node)) return node;
  let changed: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(node)) {
    let next: unknown = value;
    if (key === 'datasource' && isObject(value)) next = reference(value, names);
    else if (
      key === 'panels' ||
      key === 'targets' ||
      key === 'target' ||
      key === 'list' ||
      key === 'templating' ||
      key === 'annotations'
    ) {
      next = references(value, names);
    }
    if (next !== value) changed = { ...(changed ?? node), [key]: next };
  }
  return changed ?? node;
}

function datasourceVariable<V extends Variable>(variable: V, names: DatasourceNames): V {
  if (variable.type !== 'datasource' || typeof variable.query !== 'string') return variable;
  const fallback = names.defaultOf(variable.query);
  const current = variable.current?.value ?? '';
  if (fallback === undefined || (current !== '' && current !== 'default')) return variable;
  return { ...variable, current: { text: fallback.name, value: fallback.uid } };
}

/**
 * A classic dashboard with the environment's uids for the logical names it uses and its datasource variables set to the
 * default. Its author may have written uids, so what is not a logical name stays as it is.
 */
export function resolveV1Datasources(dashboard: DashboardV1Resource, names: DatasourceNames): DashboardV1Resource {
  const spec = references(dashboard.spec, names) as DashboardV1Resource['spec'];
  const list = spec.templating?.list;
  if (list === undefined) return { ...dashboard, spec };
  return {
    ...dashboard,
    spec: { ...spec, templating: { ...spec.templating, list: list.map((one) => datasourceVariable(one, names)) } },
  };
}
