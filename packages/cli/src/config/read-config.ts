import { basename, dirname, join } from 'node:path';
import { installedFiles, resolutionSettings } from '../cache/resolution.ts';
import { type Snapshot, takeSnapshot, verifySnapshot } from '../cache/snapshot.ts';
import { openStore } from '../cache/store.ts';
import { version } from '../version.ts';

interface StoredConfig {
  readonly maker: string;
  readonly snapshot: Snapshot;
  readonly closure: readonly string[];
  readonly config: unknown;
}

function isStored(value: unknown): value is StoredConfig {
  return typeof value === 'object' && value !== null && 'maker' in value && 'snapshot' in value && 'config' in value;
}

/** A config file's value, unchecked, and the files it was made from (absolute, sorted). */
export interface ReadConfig {
  readonly config: unknown;
  readonly closure: readonly string[];
}

/** The value of a config file: from the cache when nothing it depends on has changed. */
export async function readConfig(file: string, { cache }: { readonly cache: boolean }): Promise<ReadConfig> {
  const root = dirname(file);
  const store = openStore(join(root, '.binnacle'));
  const name = `${basename(file)}.json`;
  const maker = [version(), process.version, process.platform, file].join('\n');
  const stored = cache ? store.readJson(name) : undefined;
  if (isStored(stored) && stored.maker === maker) {
    const { config, closure, snapshot } = stored;
    const verified = verifySnapshot(snapshot);
    if (verified !== undefined) {
      if (verified !== snapshot) store.write(name, JSON.stringify({ ...stored, snapshot: verified }));
      return { config, closure };
    }
  }
  const since = Date.now();
  const { loadConfig } = await import('./load-config.ts');
  const { config, closure, observed, packages, probes } = await loadConfig(file);
  if (!cache || file.endsWith('.json')) return { config, closure };
  const settings = resolutionSettings(root, closure.map(dirname));
  const snapshot = takeSnapshot(
    { files: [...closure, ...settings.files, ...installedFiles(packages)], probes, observed },
    since,
  );
  if (!settings.isAmbiguous) store.write(name, JSON.stringify({ maker, snapshot, closure, config }));
  return { config, closure };
}
