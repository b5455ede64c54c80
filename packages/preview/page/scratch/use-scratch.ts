import { useCallback, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import type { ScratchDashboard } from '../../src/explore/panel.ts';
import { ProjectContext } from '../shell/project-context.ts';
import { readScratch } from './kept.ts';

/** Told when this window changed what is kept; of other windows the browser tells. */
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** What is kept under a name; nothing where the browser keeps nothing. */
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The scratch dashboard of the project, and what changes it. */
export interface Scratch {
  readonly dashboard: ScratchDashboard;
  readonly change: (change: (before: ScratchDashboard) => ScratchDashboard) => void;
  /** Why the last change was not kept. */
  readonly failure: string | undefined;
}

/** The scratch dashboard that this browser keeps for the project. All windows show the same. */
export function useScratch(): Scratch {
  const { project } = useContext(ProjectContext);
  const key = `binnacle.scratch.${project?.name ?? ''}`;
  const text = useSyncExternalStore(subscribe, () => kept(key));
  const dashboard = useMemo(() => readScratch(text), [text]);
  const [failure, setFailure] = useState<string>();
  const change = useCallback(
    (by: (before: ScratchDashboard) => ScratchDashboard) => {
      try {
        localStorage.setItem(key, JSON.stringify(by(readScratch(kept(key)))));
        setFailure(undefined);
      } catch (error) {
        setFailure(`The browser does not keep it: ${error instanceof Error ? error.message : String(error)}`);
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return { dashboard, change, failure };
}
