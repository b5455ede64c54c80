import { folderOf, type Organisation } from './organisation.ts';

/** Why the server does not take a folder, with its own id of the problem. */
export interface FolderProblem {
  readonly id: string;
  readonly message: string;
}

/** Objects in a folder, by resource. */
export function contents(uid: string, { folders, dashboards, rules }: Organisation): Record<string, number> {
  const within = (objects: typeof folders): number =>
    [...objects.values()].filter((one) => folderOf(one) === uid).length;
  return {
    folders: within(folders),
    dashboards: within(dashboards),
    alertrules: [...rules.values()].filter(({ folder }) => folder === uid).length,
  };
}

/** What is wrong with a folder of this title in this parent. */
export function folderProblem(
  { name, title, parent }: { name: string; title: unknown; parent: string },
  { folders }: Organisation,
  maxDepth: number,
): FolderProblem | undefined {
  if (typeof title !== 'string' || title.trim() === '')
    return { id: 'folder.title-empty', message: 'folder title cannot be empty' };
  if (title.toLowerCase() === 'general')
    return { id: 'folder.name-exists', message: 'A folder with that name already exists' };
  if (parent === name) return { id: 'folder.circular-reference', message: 'folder cannot be parent of itself' };
  let depth = 1;
  for (let uid = parent; uid !== ''; depth += 1) {
    if (uid === name) return { id: 'folder.circular-reference', message: 'circular reference detected' };
    const folder = folders.get(uid);
    uid = folder === undefined ? '' : folderOf(folder);
  }
  if (depth > maxDepth) return { id: 'folder.maximum-depth-reached', message: 'Maximum nested folder depth reached' };
  return undefined;
}
