import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('.', import.meta.url);
const OTHERS = ['registry.test.ts', 'registry.ts', 'shape.ts'];

describe('kinds of variables', () => {
  it('have a file each', () => {
    const kinds = ['adhoc', 'constant', 'custom', 'datasource', 'group-by', 'interval', 'query', 'switch', 'text'];
    expect(
      readdirSync(FOLDER)
        .filter((file) => !OTHERS.includes(file))
        .toSorted(),
    ).toEqual(kinds.map((kind) => `${kind}.ts`));
  });
});
