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
