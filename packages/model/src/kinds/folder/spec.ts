import type { Resource } from '../../resource.ts';

export interface FolderSpec {
  readonly title: string;
  readonly description?: string;
}

/** A Grafana folder. Its parent is the `grafana.app/folder` annotation; absent means the root. */
export type FolderResource = Resource<FolderSpec> & { readonly kind: 'Folder' };

export const FOLDER_API_VERSION = 'folder.grafana.app/v1';

/** True for a Folder resource. */
export function isFolder(resource: Resource): resource is FolderResource {
  return resource.kind === 'Folder';
}
