import { readdirSync } from 'node:fs';
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { COMMANDS } from './index.ts';

const SHARED = ['command.ts', 'index.ts', 'options.ts'];

it('lists every command file, by name', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter(
    (file) => !file.endsWith('.test.ts') && !SHARED.includes(file),
  );
  expect(COMMANDS.map(({ name }) => `${name}.ts`)).toEqual(files.toSorted());
});

it.each(COMMANDS.map(({ name, load }) => ({ name, load })))(
  '$name has examples and describes every option',
  async ({ name, load }) => {
    const command = new Command(name);
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) });
    (await load()).define(command);
    command.outputHelp();
    for (const child of command.commands) {
      child.configureOutput({ writeOut: (text) => (help += text) });
      child.outputHelp();
    }
    expect(help).toContain('Examples:');
    expect(
      [command, ...command.commands].flatMap(({ options }) => options).filter(({ description }) => description === ''),
    ).toEqual([]);
  },
);

it.each(COMMANDS.map(({ name, load }) => ({ name, load })))(
  '$name has no option that swallows its arguments',
  async ({ name, load }) => {
    const command = new Command(name);
    (await load()).define(command);
    const withArguments = [command, ...command.commands].filter(({ registeredArguments: { length } }) => length > 0);
    expect(withArguments.flatMap(({ options }) => options).filter(({ variadic }) => variadic)).toEqual([]);
  },
);

/** What a command makes of a command line. */
async function parsed(name: string, ...argv: readonly string[]) {
  const command = new Command(name).exitOverride();
  (await COMMANDS.find((entry) => entry.name === name)?.load())?.define(command);
  command.action(() => undefined).parse(argv, { from: 'user' });
  const env: unknown = command.opts()['env'];
  return { env, args: command.args };
}

it.each([
  ['diff', ['-e', 'production', 'HEAD'], ['production'], ['HEAD']],
  ['diff', ['-e', 'dev,prod', 'HEAD'], ['dev', 'prod'], ['HEAD']],
  ['test', ['-e', 'dev', '-e', 'prod', 'a.test.yaml'], ['dev', 'prod'], ['a.test.yaml']],
  ['pull', ['--env=dev', 'Dashboard/a'], ['dev'], ['Dashboard/a']],
  ['render', ['--set', 'dev.labels.a=b', '-e', 'dev', 'a'], 'dev', ['a']],
  ['build', ['-e', 'dev', 'prod'], ['dev', 'prod'], []],
  ['check', ['-e', 'dev,prod', '-e', 'staging'], ['dev', 'prod', 'staging'], []],
])('%s %j', async (name, argv, env, args) => {
  expect(await parsed(name, ...argv)).toEqual({ env, args });
});
