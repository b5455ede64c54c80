import { TargetError } from '../../../target-error.ts';
import type { ConnectContext } from '../../destination.ts';

/** The datasource that rules ask, as the configuration gives it. Throws `TargetError` when there is none. */
export function rulesDatasource({ settings, environment }: ConnectContext<'grafana'>): string {
  const { rulesDatasource: name } = settings;
  const all = Object.entries(environment.datasources);
  const found = all.find(([key, { type, default: isDefault }]) =>
    name === undefined ? type === 'prometheus' && isDefault === true : key === name,
  );
  if (found !== undefined) return found[1].uid;
  const problem =
    name === undefined
      ? `environments.${environment.name}.datasources has no default of type prometheus, which rules could ask`
      : `environments.${environment.name}.datasources has no '${name}', which rulesDatasource names`;
  throw new TargetError('refused', problem, { fix: 'declare it, or name another as `rulesDatasource`' });
}
