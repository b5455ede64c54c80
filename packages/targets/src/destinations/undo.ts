import { rmSync } from 'node:fs';
import { writeAtomically } from './atomic-write.ts';
import { contentOf } from './stored-file.ts';

/** Files as they were before they were changed, until it is sure that the change stays. */
export interface Undo {
  /** Writes the file (or removes it) and remembers what was there. */
  readonly change: (path: string, content: string | undefined) => void;
  /** Paths that were changed since the last `keep`. */
  readonly changed: () => readonly string[];
  /** Puts back what was there, except where somebody else has written since. */
  readonly restore: () => void;
  readonly keep: () => void;
}

function put(path: string, content: string | undefined): void {
  if (content === undefined) rmSync(path, { force: true });
  else writeAtomically(path, content);
}

/** An empty memory of changed files. */
export function createUndo(): Undo {
  const before = new Map<string, string | undefined>();
  const after = new Map<string, string | undefined>();
  const keep = (): void => {
    before.clear();
    after.clear();
  };
  return {
    change: (path, content) => {
      if (!before.has(path)) before.set(path, contentOf(path));
      put(path, content);
      after.set(path, content);
    },
    changed: () => [...before.keys()],
    restore: () => {
      for (const [path, content] of before) if (contentOf(path) === after.get(path)) put(path, content);
      keep();
    },
    keep,
  };
}
