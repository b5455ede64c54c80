import { expect, it } from 'vitest';
import { newPackageJson, scriptsFor, withWanted } from './package-json.ts';

const dependencies = { '@binnacle/builders': '1.2.3', '@binnacle/cli': '1.2.3' };

it('makes a private module', () => {
  expect(JSON.parse(newPackageJson('shop', { dependencies, scripts: scriptsFor('') }))).toEqual({
    name: 'shop',
    private: true,
    type: 'module',
    scripts: { build: 'binnacle build', check: 'binnacle check', typecheck: 'tsc --noEmit' },
    devDependencies: dependencies,
  });
});

it('adds what is missing and keeps everything else, indentation and line end too', () => {
  const text = '{\n\t"name": "app",\n\t"devDependencies": {\n\t\t"zod": "1",\n\t\t"@binnacle/cli": "0.0.1"\n\t}\n}';
  expect(withWanted(text, { dependencies, scripts: {} })).toBe(
    '{\n\t"name": "app",\n\t"devDependencies": {\n\t\t"@binnacle/builders": "1.2.3",\n\t\t"@binnacle/cli": "0.0.1",\n\t\t"zod": "1"\n\t}\n}',
  );
});

it('never overwrites a script', () => {
  const text =
    '{ "scripts": { "build": "vite build" }, "devDependencies": { "@binnacle/cli": "1", "@binnacle/builders": "1" } }';
  expect(JSON.parse(withWanted(text, { dependencies, scripts: scriptsFor('observability/') }))).toEqual({
    scripts: { build: 'vite build', check: 'binnacle check', typecheck: 'tsc --noEmit -p observability' },
    devDependencies: { '@binnacle/cli': '1', '@binnacle/builders': '1' },
  });
});

it('changes nothing when nothing is missing', () => {
  const text = '{"dependencies":{"@binnacle/cli":"1","@binnacle/builders":"1"},"scripts":{"check":"x"}}';
  expect(withWanted(text, { dependencies, scripts: { check: 'binnacle check' } })).toBe(text);
});
