import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  isResource,
  kinds,
  type LiveResource,
  type Resource,
  toJson,
  unsafeFileName,
  withoutSource,
} from '@binnacle/model';
import { writeAtomically } from '../atomic-write.ts';
import { assertUnchanged, filesIn, revisionOf } from '../stored-file.ts';
import { stampOf, withoutStamp, withStamp } from '../../stamp/annotations.ts';
import { TargetError } from '../../target-error.ts';
import type { Destination, Written } from '../destination.ts';

const EXTENSION = '.json';

function fileName({ kind, metadata: { namespace, name } }: Resource): string {
  const file = `${[kind, ...(namespace === undefined ? [] : [namespace]), name].join('.')}${EXTENSION}`;
  const problem = unsafeFileName(file);
  if (problem === undefined) return file;
  throw new TargetError('refused', `${JSON.stringify(file)} cannot be a file name: it ${problem}`);
}

function liveOf(content: string): LiveResource | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (!isResource(value)) return undefined;
  const stamp = stampOf(value.metadata.annotations);
  return { resource: withoutStamp(value), revision: revisionOf(content), ...(stamp !== undefined && { stamp }) };
}

/** A folder of JSON files, one a resource, each with its stamp: for a repository that something else deploys. */
export const files: Destination<'files'> = {
  id: 'files',
  kinds: kinds.map(({ kind }) => kind),
  connect: async ({ settings, root }) => {
    const folder = resolve(root, settings.folder);

    return {
      name: `files in ${settings.folder}`,
      concurrency: 1,
      desired: (resources) => ({ resources: resources.map((resource) => withoutSource(resource)), diagnostics: [] }),
      list: async () =>
        filesIn(folder, EXTENSION).flatMap(({ content }) => {
          const live = liveOf(content);
          return live === undefined ? [] : [live];
        }),
      write: async (write): Promise<Written> => {
        const path = join(folder, fileName(write.action === 'put' ? write.resource : write.live.resource));
        if (write.action === 'delete') {
          assertUnchanged(path, write.live, undefined);
          rmSync(path, { force: true });
          return { warnings: [] };
        }
        const content = toJson(withoutSource(withStamp(write.resource, write.stamp)));
        assertUnchanged(path, write.live, content);
        writeAtomically(path, content);
        const live = liveOf(content);
        return { warnings: [], ...(live !== undefined && { live }) };
      },
      close: async () => {},
    };
  },
};
