import { captureOrigin, FOLDER_ANNOTATION, FOLDER_API_VERSION, type FolderResource } from '@binnacle/model';
import { uidOf } from './names.ts';

export interface FolderOptions {
  /** Default: made from the title, and the parent's uid where there is one. */
  readonly uid?: string;
  readonly parent?: FolderResource;
  readonly description?: string;
}

/** A Grafana folder. Export it as well as the dashboards in it. */
export function folder(title: string, options: FolderOptions = {}): FolderResource {
  const origin = captureOrigin();
  const { parent, description } = options;
  const name = options.uid ?? uidOf(parent === undefined ? title : `${parent.metadata.name} ${title}`);
  return {
    apiVersion: FOLDER_API_VERSION,
    kind: 'Folder',
    metadata: {
      name,
      ...(parent === undefined ? {} : { annotations: { [FOLDER_ANNOTATION]: parent.metadata.name } }),
    },
    spec: { title, ...(description === undefined ? {} : { description }) },
    ...(origin === undefined ? {} : { source: { origin } }),
  };
}
