import { useEffect, useState } from 'react';
import { getJson } from './api.ts';

/** What a path of the server answers; what it answered before stays until the next answer has come. */
export interface Loaded<T> {
  readonly value?: T;
  readonly failure?: string;
  readonly isLoading: boolean;
}

/** Reads JSON of the preview's server, again whenever the path or the version changes. */
export function useLoaded<T>(path: string, version: unknown): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ isLoading: true });
  useEffect(() => {
    const abort = new AbortController();
    setLoaded((before) => ({ ...before, isLoading: true }));
    getJson<T>(path, abort.signal).then(
      (value) => setLoaded({ value, isLoading: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setLoaded({ failure: error instanceof Error ? error.message : String(error), isLoading: false });
      },
    );
    return () => abort.abort();
  }, [path, version]);
  return loaded;
}
