import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { captureOrigin, originAt, type Origin } from './origin.ts';

function helper(depth: number): Origin | undefined {
  return depth === 0 ? captureOrigin() : helper(depth - 1);
}

function at(line: number): Origin {
  return { file: 'a.ts', line, column: 1 };
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

describe('captureOrigin in a file of its own', () => {
  test('is a line of this file, not of the package', () => {
    expect(captureOrigin()?.file).toBe(import.meta.filename);
  });

  test.each([0, 5, 20])('points at the caller of a helper %d deep', (depth) => {
    const direct = captureOrigin();
    const nested = helper(depth);
    expect(nested?.file).toBe(direct?.file);
    expect(nested?.line).toBe((direct?.line ?? 0) + 1);
  });

  test('sees through callbacks of built-in functions', () => {
    const [inner, outer] = [[1].map(() => captureOrigin())[0], captureOrigin()];
    expect(inner?.line).toBe(outer?.line);
  });

  test('leaves the formatting of stack traces as it was', () => {
    const limit = Error.stackTraceLimit;
    captureOrigin();
    expect(Error.stackTraceLimit).toBe(limit);
    expect(new Error('x').stack).toContain('origin.test.ts');
  });
});

const FILES: Readonly<Record<string, string>> = {
  'panels.ts': `import { captureOrigin } from '@binnacle/model';
export const panel = (title: string) => ({ title, origin: captureOrigin() });
`,
  'checkout.ts': `import { panel } from './panels';

export default panel('checkout');
`,
  'late.ts': `import { panel } from './panels';
await Promise.resolve();
const made = panel('late');
export default made;
`,
  'all.ts': `import checkout from './checkout';
export default checkout;
`,
};

/** Bundles FILES the way definitions are loaded, runs the bundle with Node and returns its text and what it printed: each module's origin. */
async function loaded(folder: string): Promise<{ bundle: string; printed: unknown }> {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  const thunks = Object.keys(FILES).map((name) => `'${name}': () => import('./${name}'),`);
  const print = `const origins = {};
for (const [name, load] of Object.entries(modules)) origins[name] = (await load()).default?.origin;
console.log(JSON.stringify(origins));`;
  const file = path.join(folder, 'bundle.mjs');
  await build({
    stdin: { contents: `const modules = {\n${thunks.join('\n')}\n};\n${print}`, resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'esm',
    external: ['@binnacle/model'],
    outfile: file,
  });
  const library = path.join(folder, 'node_modules/@binnacle/model');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'origin.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: path.join(library, 'index.mjs'),
  });
  writeFileSync(path.join(library, 'package.json'), '{"name":"@binnacle/model","exports":"./index.mjs"}');
  const printed: unknown = JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }));
  return { bundle: readFileSync(file, 'utf8'), printed };
}

describe('captureOrigin in a bundle of lazily loaded modules', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'origin-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['points at the module that called the helper', 'checkout.ts', 'panel("checkout")'],
    ['does not point at a module that only imports it', 'all.ts', 'panel("checkout")'],
    ['points at the module after a top-level await', 'late.ts', 'panel("late")'],
  ])('%s', async (_, module, call) => {
    const { bundle, printed } = await loaded(folder);
    const origin = { file: path.join(folder, 'bundle.mjs'), line: lineOf(bundle, call) };
    expect(printed).toMatchObject({ [module]: origin });
  });
});

describe('originAt', () => {
  const source = { origin: at(1), parts: { '/spec/groups/0': at(2), '/spec/groups/0/rules/1': at(3) } };

  test.each([
    ['/spec/groups/0/rules/1/expr', 3],
    ['/spec/groups/0/rules/1', 3],
    ['/spec/groups/0/rules/10', 2],
    ['/spec/groups/1', 1],
    ['', 1],
  ])('the part nearest to %s is on line %d', (pointer, line) => {
    expect(originAt({ source }, pointer)).toEqual(at(line));
  });

  test('a resource without source has no origin', () => {
    expect(originAt({}, '/spec')).toBeUndefined();
  });
});
