import type {
  AdhocVariableKind,
  DataQueryKind,
  Element,
  GroupByVariableKind,
  VariableKind,
} from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { Diagnostic } from '../diagnostic.ts';
import { finding } from '../finding.ts';
import { mapLayoutVariables } from '../kinds/dashboard/layout-variables.ts';
import type { DashboardResource } from '../kinds/dashboard/spec.ts';
import { pointer } from '../pointer.ts';
import type { DatasourceNames } from './datasource-names.ts';

type Named = DataQueryKind | GroupByVariableKind | AdhocVariableKind;

/** What one dashboard's walk needs: the table, and where to put what it does not know. */
interface Walk {
  readonly names: DatasourceNames;
  readonly unknown: (name: string, path: string, subject?: string) => void;
  /** A datasource variable that lists nothing. */
  readonly empty: (type: string, path: string, subject: string) => void;
}

/** The node with its logical name replaced by a uid; without a name it gets the default of its type, where there is one. */
function named<N extends Named>(node: N, at: { path: string; subject?: string }, { names, unknown }: Walk): N {
  const name = node.datasource?.name;
  if (name === undefined) {
    const fallback = names.defaultOf(node.group);
    return fallback === undefined ? node : { ...node, datasource: { name: fallback.uid } };
  }
  const uid = names.uid(name);
  if (uid === undefined) unknown(name, `${at.path}/datasource/name`, at.subject);
  return uid === undefined || uid === name ? node : { ...node, datasource: { ...node.datasource, name: uid } };
}

function element(key: string, value: Element, walk: Walk): Element {
  if (value.kind !== 'Panel') return value;
  const { queries } = value.spec.data.spec;
  const resolved = queries.map((query, i) => {
    const at = {
      path: pointer('spec', 'elements', key, 'spec', 'data', 'spec', 'queries', i, 'spec', 'query'),
      subject: value.spec.title,
    };
    const inner = named(query.spec.query, at, walk);
    return inner === query.spec.query ? query : { ...query, spec: { ...query.spec, query: inner } };
  });
  if (resolved.every((query, i) => query === queries[i])) return value;
  const { data } = value.spec;
  return { ...value, spec: { ...value.spec, data: { ...data, spec: { ...data.spec, queries: resolved } } } };
}

function variable(value: VariableKind, path: string, walk: Walk): VariableKind {
  const at = { path, subject: value.spec.name };
  switch (value.kind) {
    case 'QueryVariable': {
      const query = named(value.spec.query, { ...at, path: `${path}/spec/query` }, walk);
      return query === value.spec.query ? value : { ...value, spec: { ...value.spec, query } };
    }
    case 'GroupByVariable':
    case 'AdhocVariable':
      return named(value, at, walk);
    case 'DatasourceVariable': {
      const current = value.spec.current.value;
      const fallback = walk.names.defaultOf(value.spec.pluginId);
      if (current === '' || current === 'default') {
        if (fallback === undefined) walk.empty(value.spec.pluginId, `${path}/spec/pluginId`, value.spec.name);
        if (fallback === undefined) return value;
        return { ...value, spec: { ...value.spec, current: { text: fallback.name, value: fallback.uid } } };
      }
      if (typeof current !== 'string') return value;
      const uid = walk.names.uid(current);
      if (uid === undefined) walk.unknown(current, `${path}/spec/current`, value.spec.name);
      return uid === undefined || uid === current
        ? value
        : { ...value, spec: { ...value.spec, current: { ...value.spec.current, value: uid } } };
    }
    case 'ConstantVariable':
    case 'CustomVariable':
    case 'IntervalVariable':
    case 'SwitchVariable':
    case 'TextVariable':
      return value;
    default:
      return value satisfies never;
  }
}

/** A v2 dashboard with the environment's uids in its queries, annotations and variables. Unknown names are reported and left as they are. */
export function resolveV2Datasources(
  dashboard: DashboardResource,
  names: DatasourceNames,
  diagnostics: Diagnostic[],
): DashboardResource {
  const walk: Walk = {
    names,
    unknown(name, path, subject) {
      const about = {
        rule: 'resource/unknown-reference',
        severity: 'error',
        message: `no datasource '${name}' in this environment`,
        path,
        fix: names.fix(name),
      } as const;
      diagnostics.push(finding(dashboard, subject === undefined ? about : { ...about, subject }));
    },
    empty(type, path, subject) {
      const fix = names.fixType(type);
      if (fix === undefined) return;
      const message = `variable ${subject} lists nothing: no datasource of type '${type}' in this environment`;
      diagnostics.push(
        finding(dashboard, { rule: 'resource/unknown-reference', severity: 'warning', message, path, subject, fix }),
      );
    },
  };
  const { spec } = dashboard;
  const resolved = mapLayoutVariables(spec.layout, '/spec/layout', (one, path) => variable(one, path, walk));
  return {
    ...dashboard,
    spec: {
      ...spec,
      annotations: spec.annotations.map((annotation, i) => {
        const at = { path: pointer('spec', 'annotations', i, 'spec', 'query'), subject: annotation.spec.name };
        return { ...annotation, spec: { ...annotation.spec, query: named(annotation.spec.query, at, walk) } };
      }),
      elements: Object.fromEntries(
        Object.entries(spec.elements).map(([key, value]) => [key, element(key, value, walk)]),
      ),
      layout: resolved,
      variables: spec.variables.map((one, i) => variable(one, pointer('spec', 'variables', i), walk)),
    },
  };
}
