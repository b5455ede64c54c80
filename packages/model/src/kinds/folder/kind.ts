import type { Diagnostic } from '../../diagnostic.ts';
import { finding } from '../../finding.ts';
import type { Kind } from '../../kind.ts';
import { GRAFANA_UID } from '../../names.ts';
import { FOLDER_ANNOTATION, type Resource } from '../../resource.ts';
import { specDiagnostics } from '../../schema/check.ts';
import { compareFolders } from './compare.ts';
import { FOLDER_API_VERSION, isFolder } from './spec.ts';

/** Grafana keeps this title, in any case, for the root. */
const ROOT_TITLE = 'general';

function check(resource: Resource): Diagnostic[] {
  const found = specDiagnostics(resource, { schema: 'folder', rule: 'schema/folder' });
  if (found.length > 0 || !isFolder(resource)) return found;
  const title = resource.spec.title.trim();
  const about = { rule: 'folder/title', severity: 'error', path: '/spec/title' } as const;
  if (title === '') return [finding(resource, { ...about, message: 'the title is empty' })];
  if (title.toLowerCase() === ROOT_TITLE) {
    const fix = 'leave the folder out to use the root, or choose another title';
    return [finding(resource, { ...about, message: `Grafana keeps the title '${title}' for its root folder`, fix })];
  }
  return [];
}

/** Grafana folders. */
export const folder: Kind = {
  kind: 'Folder',
  apiVersions: [FOLDER_API_VERSION, 'folder.grafana.app/v1beta1'],
  name: GRAFANA_UID,
  check,
  substance: ({ spec, metadata }) => {
    const parent = metadata.annotations?.[FOLDER_ANNOTATION];
    return { spec, ...(parent !== undefined && parent !== '' && { parent }) };
  },
  compare: compareFolders,
};
