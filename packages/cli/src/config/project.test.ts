import { expect, it } from 'vitest';
import { createProject, shown } from './project.ts';

const config = { project: 'p', environments: {} };

it('keeps paths relative to the config, and --out relative to where it was typed', () => {
  expect(createProject('/p/binnacle.config.ts', config)).toMatchObject({
    root: '/p',
    out: '/p/out',
    stateDir: '/p/.binnacle',
  });
  expect(createProject('/p/binnacle.config.ts', { ...config, out: '../o' }).out).toBe('/o');
  expect(createProject('/p/binnacle.config.ts', config, { path: 'x', cwd: '/p/sub' }).out).toBe('/p/sub/x');
});

it.each(['.', '..', '/'])('refuses the output folder %s, which holds the project', (out) => {
  expect(() => createProject('/p/q/binnacle.config.ts', { ...config, out })).toThrow('contains the project itself');
});

it('shows paths relative to the root', () => {
  expect(['/p/a/b.ts', '/p', '/q/c'].map((path) => shown(path, { root: '/p' }))).toEqual(['a/b.ts', '.', '../q/c']);
});
