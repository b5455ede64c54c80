import { useContext, useMemo } from 'react';
import type { RulesOnPage } from '../../src/wire/project.ts';
import type { AlertHistories } from '../../src/wire/rules.ts';
import { useLoaded } from '../data/loaded.ts';
import { ProjectContext } from '../shell/project-context.ts';
import type { ChosenTime } from '../time/range.ts';
import { alertsByService, type ServiceAlert } from './alerts.ts';

/** The alerts of each service on the data that is shown. */
export interface LoadedAlerts {
  readonly byService: ReadonlyMap<string, readonly ServiceAlert[]>;
  readonly isLoading: boolean;
  readonly failure: string | undefined;
}

/** What the alerts are at the end of a stretch of time. */
export function useAlerts({ range }: ChosenTime): LoadedAlerts {
  const { project } = useContext(ProjectContext);
  const [from, to] = [range.from.valueOf(), range.to.valueOf()];
  const rules = useLoaded<RulesOnPage>('/api/rules', project?.generation);
  // Incidents change what alerts do.
  const version = useMemo(() => [project?.generation, project?.data], [project?.generation, project?.data]);
  const histories = useLoaded<AlertHistories>(`/api/rules/history?from=${from}&to=${to}`, version);
  const byService = useMemo(() => alertsByService(rules.value, histories.value), [rules.value, histories.value]);
  return {
    byService,
    isLoading: rules.isLoading || histories.isLoading,
    failure: rules.failure ?? histories.failure,
  };
}
