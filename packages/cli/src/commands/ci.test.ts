import { Command } from 'commander';
import { expect, onTestFinished, test } from 'vitest';
import { modes } from '../ci/modes/index.ts';
import { define, MODES } from './ci.ts';

/** The flags a command line and variables make. */
function flags(env: Readonly<Record<string, string>>, ...argv: readonly string[]): Record<string, unknown> {
  Object.assign(process.env, env);
  onTestFinished(() => {
    for (const name of Object.keys(env)) delete process.env[name];
  });
  const command = new Command('ci').exitOverride().configureOutput({ writeErr: () => undefined });
  define(command);
  command.action(() => undefined).parse(argv, { from: 'user' });
  return command.opts();
}

test('the modes are those there are', () => {
  expect(MODES).toEqual(Object.keys(modes));
});

test('variables stand for options, and a command line goes before them', () => {
  expect(flags({ BINNACLE_MODE: 'plan', BINNACLE_ENV: 'production, staging' })).toMatchObject({
    mode: 'plan',
    env: ['production', 'staging'],
  });
  expect(flags({ BINNACLE_MODE: 'plan' }, '--mode', 'drift', '--env', 'a', 'b')).toMatchObject({
    mode: 'drift',
    env: ['a', 'b'],
  });
});

test('an empty variable is not set, and false is no switch', () => {
  const found = flags({ BINNACLE_MODE: '', BINNACLE_ADOPT: 'false', BINNACLE_PRUNE: 'true', BINNACLE_BASE: '' });
  expect(found).toMatchObject({ mode: 'check', prune: true });
  expect(found).not.toHaveProperty('adopt');
  expect(found).not.toHaveProperty('base');
});

test('a variable with a value that is none of the choices', () => {
  expect(() => flags({ BINNACLE_MODE: 'deploy' })).toThrow(
    "BINNACLE_MODE 'deploy' is invalid. Allowed choices are apply, check, drift, plan.",
  );
});
