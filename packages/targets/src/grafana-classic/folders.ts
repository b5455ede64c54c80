import { FOLDER_ANNOTATION, unsafeFileName, type FolderResource, type Resource } from '@binnacle/model';

/** Characters of a folder's title that no file name can hold. */
const NOT_IN_A_FILE_NAME = /[\p{Cc}<>:"/\\|?*]/gu;

/** The title as a folder on disk, which Grafana turns into a folder of that name. */
function directoryName(title: string): string {
  const name = title.replaceAll(NOT_IN_A_FILE_NAME, '-').replaceAll(/^[\s.]+|[\s.]+$/g, '');
  return unsafeFileName(name) === undefined ? name : `folder-${name}`.slice(0, 60);
}

/**
 * The folders on disk a dashboard goes into, outermost first: the titles of its Grafana folder and of the folders around it.
 * None means Grafana's root. A folder that is not among the resources goes by its uid.
 */
export function folderPath(resource: Resource, folders: ReadonlyMap<string, FolderResource>): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  let uid = resource.metadata.annotations?.[FOLDER_ANNOTATION];
  while (uid !== undefined && uid !== '' && !seen.has(uid)) {
    seen.add(uid);
    const folder = folders.get(uid);
    path.unshift(directoryName(folder?.spec.title ?? uid));
    uid = folder?.metadata.annotations?.[FOLDER_ANNOTATION];
  }
  return path;
}
