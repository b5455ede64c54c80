import { type FSWatcher, watch as watchPath } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Watched } from './watched.ts';

/** Looks out for changes of files. */
export interface Follower {
  /** From now on these files and folders, and no others. */
  readonly follow: (next: Watched) => void;
  readonly close: () => void;
}

/** Changes that come within this are one change: editors write a file in several steps. */
const QUIET_MS = 60;

/** A follower that calls `changed` once for changes that come together. */
export function createFollower(changed: () => void): Follower {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let watched = { files: new Set<string>(), folders: new Set<string>(), ignored: new Set<string>() };

  /** Watches the folders of the files and not the files, which editors replace. */
  function follow(next: Watched): void {
    watched = { files: new Set(next.files), folders: new Set(next.folders), ignored: new Set(next.ignored) };
    const wanted = new Set([...next.folders, ...next.files.map((file) => dirname(file))]);
    for (const [folder, watcher] of watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of wanted) watchFolder(folder);
  }

  function watchFolder(folder: string): void {
    if (watchers.has(folder)) return;
    try {
      const watcher = watchPath(folder, (_event, name) => onChange(folder, name));
      watcher.on('error', () => watchers.delete(folder));
      watchers.set(folder, watcher);
    } catch {
      // Not there (yet): it matters when it comes.
      watched.files.add(folder);
      if (dirname(folder) !== folder) watchFolder(dirname(folder));
    }
  }

  function onChange(folder: string, name: string | null): void {
    const path = name === null ? folder : join(folder, name);
    if (watched.ignored.has(path) || basename(path).startsWith('.binnacle-')) return;
    if (name !== null && !watched.folders.has(folder) && !watched.files.has(path)) return;
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET_MS);
  }

  return {
    follow,
    close() {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
      clearTimeout(timer);
    },
  };
}
