import { useContext, useEffect, useState } from 'react';
import type { OpenedDashboard } from '../../src/wire/project.ts';
import { getJson } from '../data/api.ts';
import { ProjectContext } from '../shell/project-context.ts';

interface Opening {
  readonly opened?: OpenedDashboard;
  readonly failure?: string;
}

/** A dashboard, fetched again with every reload of the definitions; the one before stays until the next has come. */
export function useOpened(uid: string): Opening {
  const generation = useContext(ProjectContext).project?.generation;
  const [opening, setOpening] = useState<Opening>({});
  useEffect(() => {
    const abort = new AbortController();
    const open = async (): Promise<void> => {
      try {
        const opened = await getJson<OpenedDashboard>(`/api/dashboards/${encodeURIComponent(uid)}`, abort.signal);
        setOpening({ opened });
      } catch (error) {
        if (!abort.signal.aborted) setOpening({ failure: error instanceof Error ? error.message : String(error) });
      }
    };
    void open();
    return () => abort.abort();
  }, [uid, generation]);
  return opening.opened !== undefined && opening.opened.uid !== uid ? {} : opening;
}
