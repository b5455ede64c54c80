import { expect, it } from 'vitest';
import { newPackageJson, withPackages } from './package-json.ts';

it('makes a private module', () => {
  expect(JSON.parse(newPackageJson('shop', '1.2.3'))).toMatchObject({
    name: 'shop',
    private: true,
    type: 'module',
    devDependencies: { '@binnacle/builders': '1.2.3', '@binnacle/cli': '1.2.3' },
  });
});

it('adds what is missing and keeps everything else, indentation and line end too', () => {
  const text = '{\n\t"name": "app",\n\t"devDependencies": {\n\t\t"zod": "1",\n\t\t"@binnacle/cli": "0.0.1"\n\t}\n}';
  expect(withPackages(text, '1.2.3')).toBe(
    '{\n\t"name": "app",\n\t"devDependencies": {\n\t\t"@binnacle/builders": "1.2.3",\n\t\t"@binnacle/cli": "0.0.1",\n\t\t"zod": "1"\n\t}\n}',
  );
});

it('changes nothing when nothing is missing', () => {
  const text = '{"dependencies":{"@binnacle/cli":"1","@binnacle/builders":"1"}}';
  expect(withPackages(text, '1.2.3')).toBe(text);
});
