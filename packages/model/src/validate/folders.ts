import type { Diagnostic } from '../diagnostic.ts';
import { finding } from '../finding.ts';
import { FOLDER_TITLE_ANNOTATION } from '../kinds/dashboard/spec.ts';
import { isService } from '../kinds/service/spec.ts';
import { DNS_LABEL, keepsNameRule } from '../names.ts';
import { pointer } from '../pointer.ts';
import { FOLDER_ANNOTATION, type Resource } from '../resource.ts';
import { cyclesOf } from './cycles.ts';

/** Grafana's default limit of folders within folders (`max_nested_folder_depth`). */
const DEEPEST = 4;
const PARENT = pointer('metadata', 'annotations', FOLDER_ANNOTATION);

function parentOf(folder: Resource | undefined): string | undefined {
  return folder?.metadata.annotations?.[FOLDER_ANNOTATION];
}

function depths(folders: ReadonlyMap<string, Resource>): Diagnostic[] {
  return [...folders.values()].flatMap((folder) => {
    let depth = 1;
    for (let name = parentOf(folder); name !== undefined && folders.has(name); name = parentOf(folders.get(name))) {
      if (++depth > folders.size) return [];
    }
    if (depth <= DEEPEST) return [];
    const message = `folder '${folder.metadata.name}' is ${depth} deep; Grafana nests at most ${DEEPEST}`;
    return [finding(folder, { rule: 'folder/depth', severity: 'error', message, path: PARENT })];
  });
}

/** Owners that are no handles, which is found of their services: folders that are named after them come right with them. */
function wrongOwners(resources: readonly Resource[]): ReadonlySet<unknown> {
  const owners = resources.filter(isService).map(({ spec }) => spec?.owner);
  return new Set(owners.filter((owner) => typeof owner === 'string' && !keepsNameRule(owner, DNS_LABEL)));
}

/** Dashboards that give one folder different titles. */
function titles(resources: readonly Resource[]): Diagnostic[] {
  const wrong = wrongOwners(resources);
  const first = new Map<string, string>();
  return resources.flatMap((resource) => {
    const { [FOLDER_ANNOTATION]: folder, [FOLDER_TITLE_ANNOTATION]: title } = resource.metadata.annotations ?? {};
    if (folder === undefined || title === undefined || wrong.has(title)) return [];
    const known = first.get(folder);
    first.set(folder, known ?? title);
    if (known === undefined || known === title) return [];
    return [
      finding(resource, {
        rule: 'folder/title',
        severity: 'error',
        message: `folder '${folder}' is titled '${title}' here and '${known}' elsewhere`,
        path: pointer('metadata', 'annotations', FOLDER_TITLE_ANNOTATION),
        fix: 'declare the folder once',
      }),
    ];
  });
}

/** What is wrong between folders: circles of parents, nesting too deep, one folder with two titles. */
export function folderFindings(resources: readonly Resource[]): Diagnostic[] {
  const folders = new Map<string, Resource>();
  for (const resource of resources) if (resource.kind === 'Folder') folders.set(resource.metadata.name, resource);
  const parents = new Map(
    [...folders].map(([name, folder]) => {
      const parent = parentOf(folder);
      return [name, parent === undefined ? [] : [parent]];
    }),
  );
  const circles = cyclesOf(parents).flatMap((cycle) => {
    const [start = ''] = cycle;
    const folder = folders.get(start);
    if (folder === undefined) return [];
    const message = `folders are inside one another: ${[...cycle, start].join(' → ')}`;
    return [finding(folder, { rule: 'resource/cycle', severity: 'error', message, path: PARENT })];
  });
  return [...circles, ...depths(folders), ...titles(resources)];
}
