import { type Command, CommanderError, Option } from 'commander';
import { expect, it } from 'vitest';
import type { CommandEntry } from './commands/command.ts';
import { createProgram } from './program.ts';
import { version } from './version.ts';

const loaded: string[] = [];
const ran: unknown[] = [];
const entries: readonly CommandEntry[] = ['build', 'check'].map((name) => ({
  name,
  summary: `${name} things`,
  load: () => {
    loaded.push(name);
    return Promise.resolve({
      define: (command) => void command.option('--deep').action((flags) => void ran.push([name, flags])),
    });
  },
}));

async function run(...argv: string[]): Promise<{ out: string; code: number }> {
  let out = '';
  loaded.length = 0;
  ran.length = 0;
  const program = createProgram(entries);
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ writeOut: (text) => (out += text), writeErr: (text) => (out += text) });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return { out, code: error.exitCode };
    throw error;
  }
  return { out, code: 0 };
}

it('loads only the command that is asked for', async () => {
  await run('check', '--deep');
  expect([loaded, ran]).toEqual([['check'], [['check', { deep: true }]]]);
});

it('loads no command for the list of commands', async () => {
  const { out, code } = await run('--help');
  expect([loaded, code, out.includes('build things')]).toEqual([[], 0, true]);
});

it('knows the options of a command in its help', async () => {
  const { out } = await run('help', 'build');
  expect(out).toContain('--deep');
});

function withOptions(command: Command): Command {
  return command
    .option('--var <name>', 'a variable', (one: string, all: readonly string[]) => [...all, one], [])
    .option('--timeout <seconds>', 'patience', '10')
    .addOption(new Option('--theme <theme>', 'its look').choices(['dark', 'light']).default('dark'));
}

const define = (command: Command): void => void withOptions(command.command('deep')).action(() => undefined);

it('says what a command answers to the shell, and shows no default that is none', async () => {
  const program = createProgram([{ name: 'build', summary: 'x', load: () => Promise.resolve({ define }) }]);
  let help = '';
  program.configureOutput({ writeOut: (text) => (help += text) });
  for (const command of program.commands) command.configureOutput({ writeOut: (text) => (help += text) });
  await expect(program.parseAsync(['build', 'deep', '--help'], { from: 'user' })).rejects.toThrow(CommanderError);
  expect(help).toContain('Exit codes: 0 clean, 1 findings, 2 could not run.');
  expect(help).not.toContain('[]');
  expect(help).toContain('patience (default: 10)');
  expect(help).toContain('its look (choices: dark, light; default: dark)');
});

it('prints the version', async () => {
  expect(await run('--version')).toEqual({ out: `${version()}\n`, code: 0 });
});

it.each([
  [['biuld'], 'Did you mean build?'],
  [['check', '--deap'], 'Did you mean --deep?'],
])('suggests what %j may mean', async (argv, hint) => {
  const { out, code } = await run(...argv);
  expect([out.includes(hint), code]).toEqual([true, 1]);
});
