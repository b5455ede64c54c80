import { FOLDER_TITLE_ANNOTATION } from '../kinds/dashboard/spec.ts';
import { FOLDER_API_VERSION, type FolderResource } from '../kinds/folder/spec.ts';
import { FOLDER_ANNOTATION, type Resource } from '../resource.ts';

/**
 * A Folder for every folder that dashboards name and title (`binnacle.dev/folder-title`) but nobody declares, sorted by
 * name. The first dashboard by name gives the title and the origin.
 */
export function derivedFolders(resources: readonly Resource[]): FolderResource[] {
  const declared = new Set(resources.filter(({ kind }) => kind === 'Folder').map(({ metadata }) => metadata.name));
  const derived = new Map<string, FolderResource>();
  const dashboards = resources
    .filter(({ kind }) => kind === 'Dashboard')
    .toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  for (const { metadata, source } of dashboards) {
    const name = metadata.annotations?.[FOLDER_ANNOTATION];
    const title = metadata.annotations?.[FOLDER_TITLE_ANNOTATION];
    if (name === undefined || title === undefined || declared.has(name) || derived.has(name)) continue;
    derived.set(name, {
      apiVersion: FOLDER_API_VERSION,
      kind: 'Folder',
      metadata: { name },
      spec: { title },
      ...(source !== undefined && { source: { origin: source.origin } }),
    });
  }
  return [...derived.values()].toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}
