import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { dashboardIn } from './json-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'binnacle-json-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

it('a dashboard is named after its file when it has no name of its own', () => {
  const path = file('My board.json', '{"panels":[]}');
  expect(dashboardIn(path, folder)).toMatchObject({
    kind: 'Dashboard',
    metadata: { name: 'my-board' },
    source: { origin: { file: path, line: 1, column: 1 } },
  });
});

it.each([
  ['missing.json', undefined, 'missing.json cannot be read: there is no such file'],
  ['broken.json', '{', 'broken.json is not JSON: '],
  ['other.json', '{"a":1}', 'other.json holds no dashboard'],
])('%s', (name, content, message) => {
  const path = content === undefined ? join(folder, name) : file(name, content);
  expect(() => dashboardIn(path, folder)).toThrow(message);
});
