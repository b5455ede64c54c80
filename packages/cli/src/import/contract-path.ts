import { basename, dirname, join } from 'node:path';
import { findConfig } from '../config/find-config.ts';
import { ExpectedError } from '../expected.ts';
import { definitionFolders } from '../load/definition-files.ts';

/** The folder, relative to the root, in which `include` looks for services: `services`, wherever a glob has one. */
function servicesFolder(include: readonly string[] | undefined): string {
  const folders = definitionFolders(include === undefined ? {} : { include });
  return folders.find((folder) => basename(folder) === 'services') ?? join(folders[0] ?? '', 'services');
}

function includeOf(config: unknown): readonly string[] | undefined {
  if (typeof config !== 'object' || config === null || !('include' in config)) return undefined;
  const { include } = config;
  return Array.isArray(include) ? include.filter((glob) => typeof glob === 'string') : undefined;
}

/**
 * Where the contracts of a service belong: `<service>/metrics.ts` in the project's folder of services, or in `services` of
 * the working directory when there is no project. Absolute.
 */
export async function contractPath(service: string, cwd: string): Promise<string> {
  let configFile: string;
  try {
    configFile = findConfig(cwd);
  } catch (error) {
    if (error instanceof ExpectedError) return join(cwd, 'services', service, 'metrics.ts');
    throw error;
  }
  const { readConfig } = await import('../config/read-config.ts');
  const { config } = await readConfig(configFile, { cache: true });
  return join(dirname(configFile), servicesFolder(includeOf(config)), service, 'metrics.ts');
}
