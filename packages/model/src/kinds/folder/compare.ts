import type { Difference } from '../../diff/difference.ts';
import { changeOf } from '../../diff/labels.ts';
import { changedText } from '../../diff/words.ts';
import { pointer } from '../../pointer.ts';
import { FOLDER_ANNOTATION, type Resource } from '../../resource.ts';
import { isFolder } from './spec.ts';

/** The folder a folder or dashboard moved to, by its name; undefined when it stayed. The root is no folder. */
export function moveOf(before: Resource, after: Resource): Difference | undefined {
  const [old, next] = [before, after].map(({ metadata }) => metadata.annotations?.[FOLDER_ANNOTATION] ?? '');
  if (old === next) return undefined;
  const text = `moved from ${old === '' ? 'the root' : `folder ${old}`} to ${next === '' ? 'the root' : `folder ${next}`}`;
  const path = pointer('metadata', 'annotations', FOLDER_ANNOTATION);
  return { path, change: 'changed', text, consequence: 'its readers may change', reach: 'ownership' };
}

/** What changed in a folder. */
export function compareFolders(before: Resource, after: Resource): Difference[] {
  if (!isFolder(before) || !isFolder(after)) return [];
  const move = moveOf(before, after);
  const texts = (['title', 'description'] as const).flatMap((key): Difference[] => {
    const [old, next] = [before.spec[key], after.spec[key]];
    if (old === next) return [];
    const text = changedText(key, old, next);
    return [{ path: pointer('spec', key), change: changeOf(old, next), text, reach: 'appearance' }];
  });
  return [...texts, ...(move === undefined ? [] : [move])];
}
