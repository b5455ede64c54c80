import { rangeUtil } from '@grafana/data';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { PreviewEvent, ProjectOnPage } from '../../src/wire/project.ts';
import { getJson } from '../data/api.ts';
import { applySourceSettings } from '../data/settings.ts';
import { BrokenOverlay } from './broken-overlay.tsx';
import { ProjectContext } from './project-context.ts';
import { Unreachable } from './unreachable.tsx';

const DEFAULT_SCRAPE = '15s';

function apply({ scrapeInterval = DEFAULT_SCRAPE, datasources = [] }: ProjectOnPage): void {
  // The default of its kind comes first.
  const sources = datasources.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
  applySourceSettings({ scrapeInterval: rangeUtil.intervalToMs(scrapeInterval), sources });
}

function isEvent(value: unknown): value is PreviewEvent {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Loads the project, and again whenever the server says that it changed. */
export function ProjectProvider({ children }: { readonly children: ReactNode }) {
  const [project, setProject] = useState<ProjectOnPage>();
  const [failure, setFailure] = useState<string>();
  const reload = useCallback(async () => {
    try {
      const loaded = await getJson<ProjectOnPage>('/api/project');
      apply(loaded);
      setProject(loaded);
      setFailure(undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }, []);
  const heard = useEffectEvent((event: PreviewEvent) => {
    if (project === undefined) return;
    if (event.type === 'data') setProject({ ...project, data: event.data });
    else if (event.type === 'broken') setProject({ ...project, broken: event.findings });
    // A connection begins with how things are, which is mostly how they were.
    else if (event.generation !== project.generation || project.broken !== undefined) void reload();
  });
  useEffect(() => {
    void reload();
    const events = new EventSource('/api/events');
    events.addEventListener('message', ({ data }) => {
      const event: unknown = JSON.parse(String(data));
      if (!isEvent(event)) return;
      heard(event);
    });
    return () => events.close();
  }, [reload]);
  const value = useMemo(() => ({ project, reload }), [project, reload]);
  if (project === undefined)
    return failure === undefined ? null : <Unreachable reason={failure} retry={() => void reload()} />;
  return (
    <ProjectContext value={value}>
      {children}
      {project.broken === undefined || project.broken.length === 0 ? null : <BrokenOverlay findings={project.broken} />}
    </ProjectContext>
  );
}
