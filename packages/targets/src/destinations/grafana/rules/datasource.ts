import { isLogqlRule, type Resource } from '@binnacle/model';
import { TargetError } from '../../../target-error.ts';
import type { ConnectContext } from '../../destination.ts';

/** uids of the datasources that rules ask. */
export interface RuleDatasources {
  /** Also where series are recorded. */
  readonly promql: string;
  /** Absent where the environment has no Loki. */
  readonly logql?: string;
}

/** The datasource that a resource's rules ask. */
export function askedBy(resource: Resource, { promql, logql }: RuleDatasources): string | undefined {
  return isLogqlRule(resource) ? logql : promql;
}

/** The datasources that rules ask, as the configuration gives them. Throws `TargetError` when it has no Prometheus. */
export function ruleDatasources({ settings, environment }: ConnectContext<'grafana'>): RuleDatasources {
  const { rulesDatasource: name } = settings;
  const all = Object.entries(environment.datasources);
  const defaultOf = (plugin: string): string | undefined =>
    all.find(([, { type, default: isDefault }]) => type === plugin && isDefault === true)?.[1].uid;
  const promql = name === undefined ? defaultOf('prometheus') : environment.datasources[name]?.uid;
  const logql = defaultOf('loki');
  if (promql !== undefined) return { promql, ...(logql !== undefined && { logql }) };
  const problem =
    name === undefined
      ? `environments.${environment.name}.datasources has no default of type prometheus, which rules could ask`
      : `environments.${environment.name}.datasources has no '${name}', which rulesDatasource names`;
  throw new TargetError('refused', problem, { fix: 'declare it, or name another as `rulesDatasource`' });
}
