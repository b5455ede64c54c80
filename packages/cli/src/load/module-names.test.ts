import { expect, it } from 'vitest';
import { placeModuleNames } from './module-names.ts';

const map = { sources: ['/p/a.ts', '/p/lib/b.ts'], mappings: 'AAAA;ACAA' };

it('gives each file its own values, without moving anything', () => {
  const code = 'f($module_url_000000);\nf($module_folder_000000, $module_file_000000);';
  expect(placeModuleNames(code, map)).toBe(
    [
      'f($module_url_000001);',
      'f($module_folder_000002, $module_file_000002);',
      'var $module_url_000001 = "file:///p/a.ts";',
      'var $module_folder_000002 = "/p/lib";',
      'var $module_file_000002 = "/p/lib/b.ts";',
      '',
    ].join('\n'),
  );
});

it('leaves a bundle alone that mentions none', () => {
  expect(placeModuleNames('f(1);', map)).toBe('f(1);');
});
