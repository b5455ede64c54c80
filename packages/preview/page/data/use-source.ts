import { useContext } from 'react';
import { ProjectContext } from '../shell/project-context.ts';

/** The uid of the project's own Prometheus: the default one, or the first. */
export function useSource(): string {
  const { project } = useContext(ProjectContext);
  const all = (project?.datasources ?? []).filter(({ type }) => type === 'prometheus');
  return (all.find(({ isDefault }) => isDefault) ?? all[0])?.uid ?? 'prometheus';
}
