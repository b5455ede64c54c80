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

it.each(['services', 'services/generated', 'rules/x'])('refuses --out %s, where definitions are looked for', (path) => {
  expect(() => createProject('/p/binnacle.config.ts', config, { path, cwd: '/p' })).toThrow(
    /^(the output folder services holds definitions|files in the output folder [a-z/]+ would be read as definitions)/,
  );
});

it('takes an output folder beside the definitions, excluded ones, and its own below a glob of everything', () => {
  const out = (path: string, more = {}): string =>
    createProject('/p/binnacle.config.ts', { ...config, ...more }, { path, cwd: '/p' }).out;
  expect(out('services-out')).toBe('/p/services-out');
  expect(out('services/made', { exclude: ['services/made/**'] })).toBe('/p/services/made');
  expect(out('/tmp/services')).toBe('/tmp/services');
  expect(createProject('/p/binnacle.config.ts', { ...config, include: ['**/*.yaml'] }).out).toBe('/p/out');
  expect(() => out('elsewhere', { include: ['**/*.yaml'] })).toThrow('would be read as definitions');
  expect(() => createProject('/p/binnacle.config.ts', { ...config, out: 'services' })).toThrow('holds definitions');
});
