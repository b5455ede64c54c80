import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJson } from '@binnacle/model';
import { writeAtomically } from '../atomic-write.ts';
import { destinationContract } from '../../fixtures/contract.ts';
import { production } from '../../fixtures/environment.ts';
import { folder } from '../../fixtures/resources.ts';
import { files } from './files.ts';

destinationContract('files', async () => {
  const root = mkdtempSync(join(tmpdir(), 'binnacle-files-'));
  const owner = { project: 'shop', environment: 'production' };
  const at = (name: string): string => join(root, 'live', `Folder.${name}.json`);
  return {
    owner,
    connection: await files.connect({
      settings: { folder: 'live' },
      environment: production,
      owner,
      secrets: () => undefined,
      root,
    }),
    one: folder('one', 'One'),
    changed: folder('one', 'Changed'),
    other: folder('other', 'Other'),
    edit: async () => {
      writeFileSync(at('one'), readFileSync(at('one'), 'utf8').replace('"title": "One"', '"title": "By hand"'));
    },
    addForeign: async () => {
      writeAtomically(at('other'), toJson(folder('other', 'Foreign')));
    },
    exists: async ({ metadata }) => existsSync(at(metadata.name)),
    close: async () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
});
