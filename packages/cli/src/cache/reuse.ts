import { type FileRecord, verifyFile } from './file-record.ts';
import type { Manifest, StoredDefinition } from './manifest.ts';
import { verifySnapshot } from './snapshot.ts';

/** What is still good of the last load. */
export interface Kept {
  /** The manifest with current stamps, without the records of files that changed. */
  readonly manifest: Manifest;
  readonly records: ReadonlyMap<string, FileRecord>;
  /** Definitions none of whose files changed, by file. */
  readonly definitions: ReadonlyMap<string, StoredDefinition>;
  /** True when not even a stamp differs: the manifest on disk need not be written again. */
  readonly isFresh: boolean;
}

/** Compares a manifest with the files as they are. Undefined when something every definition depends on has changed. */
export function reuse(manifest: Manifest): Kept | undefined {
  const context = verifySnapshot(manifest.context);
  if (context === undefined) return undefined;
  const current = manifest.files.map(verifyFile);
  const records = new Map<string, FileRecord>();
  for (const record of current) if (record !== undefined) records.set(record[0], record);
  const isGood = current.map((record) => record !== undefined);
  const definitions = manifest.definitions.filter(({ closure }) => closure.every((index) => isGood[index]));
  return {
    manifest: { ...manifest, context, files: manifest.files.map((record, index) => current[index] ?? record) },
    records,
    definitions: new Map(definitions.map((definition) => [definition.file, definition])),
    isFresh: context === manifest.context && current.every((record, index) => record === manifest.files[index]),
  };
}
