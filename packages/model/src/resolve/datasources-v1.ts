import type { Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import type { DashboardV1Resource, DashboardV1Spec } from '../kinds/dashboard/spec.ts';
import type { DatasourceNames } from './datasource-names.ts';

type AnyPanel = NonNullable<DashboardV1Spec['panels']>[number];
type Variable = NonNullable<DashboardV1Spec['templating']['list']>[number];

/** A part that may say which datasource it asks. */
interface Asking {
  readonly datasource?: DataSourceRef;
}

function withUid<A extends Asking>(part: A, names: DatasourceNames): A {
  const uid = part.datasource?.uid === undefined ? undefined : names.uid(part.datasource.uid);
  return uid === undefined ? part : { ...part, datasource: { ...part.datasource, uid } };
}

function targets(list: readonly (Dataquery & Asking)[], names: DatasourceNames): Dataquery[] {
  return list.map((target) => withUid(target, names));
}

function panel<P extends AnyPanel>(value: P, names: DatasourceNames): P {
  const own = withUid(value, names);
  return {
    ...own,
    ...('targets' in own && own.targets !== undefined && { targets: targets(own.targets, names) }),
    ...('panels' in own && own.panels !== undefined && { panels: own.panels.map((inner) => panel(inner, names)) }),
  };
}

function variable(value: Variable, names: DatasourceNames): Variable {
  const own = withUid(value, names);
  const type: string = own.type;
  if (type !== 'datasource' || typeof own.query !== 'string') return own;
  const fallback = names.defaultOf(own.query);
  const current = own.current?.value ?? '';
  if (fallback === undefined || (current !== '' && current !== 'default')) return own;
  return { ...own, current: { text: fallback.name, value: fallback.uid } };
}

/**
 * A classic dashboard with the environment's uids for the logical names it uses and its datasource variables set to the
 * default. Its author may have written uids, so what is not a logical name stays as it is.
 */
export function resolveV1Datasources(dashboard: DashboardV1Resource, names: DatasourceNames): DashboardV1Resource {
  const { spec } = dashboard;
  const annotations = spec.annotations?.list;
  const variables = spec.templating?.list;
  return {
    ...dashboard,
    spec: {
      ...spec,
      ...(spec.panels && { panels: spec.panels.map((one) => panel(one, names)) }),
      ...(annotations && { annotations: { list: annotations.map((one) => withUid(one, names)) } }),
      ...(variables && { templating: { list: variables.map((one) => variable(one, names)) } }),
    },
  };
}
