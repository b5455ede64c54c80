import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { COMMANDS } from '../commands/index.ts';
import { describeCommands, scripts } from './completion.ts';

const commands = await describeCommands(COMMANDS, { '--kind': ['Dashboard', 'Folder'] });

it('takes commands, choices and flags from their declarations', () => {
  expect(commands.find(({ name }) => name === 'completion')?.words).toEqual(['bash', 'fish', 'zsh']);
  expect(commands.find(({ name }) => name === 'build')?.flags).toContainEqual({
    long: '--watch',
    short: '-w',
    description: 'run again whenever a definition or the config changes',
    takesValue: false,
    choices: [],
  });
});

/** What bash offers for a line that is being typed. */
function completions(...words: string[]): string[] {
  const script = `${scripts.bash(commands)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _binnacle; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line !== '');
}

it('completes commands and flags in bash', () => {
  expect(completions('binnacle', 'ch')).toEqual(['check']);
  expect(completions('binnacle', 'build', '--w')).toEqual(['--watch']);
  expect(completions('binnacle', 'completion', 'f')).toEqual(['fish']);
  expect(completions('binnacle', 'init', '--w')).toEqual([]);
});

it('completes the values of options', () => {
  expect(completions('binnacle', 'push', '--on-drift', '')).toEqual(['fail', 'overwrite', 'keep']);
  expect(completions('binnacle', 'push', '--yes', '--on-drift', 'o')).toEqual(['overwrite']);
  expect(completions('binnacle', 'list', '--kind', 'D')).toEqual(['Dashboard']);
  expect(completions('binnacle', 'build', '-o', '')).toEqual([]);
  expect(scripts.zsh(commands)).toContain(":value:(fail overwrite keep)'");
  expect(scripts.fish(commands)).toContain("-l on-drift -x -a 'fail overwrite keep' -d");
});

const shells = ['bash', 'fish', 'zsh'] as const;
const isInstalled = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined;

it.each(shells.filter(isInstalled))('%s reads its script without complaint', (shell) => {
  expect(spawnSync(shell, ['-n'], { input: scripts[shell](commands), encoding: 'utf8' }).stderr).toBe('');
});

it('describes flags in zsh and fish', () => {
  expect(scripts.zsh(commands)).toContain("'--watch[run again whenever a definition or the config changes]'");
  expect(scripts.fish(commands)).toContain("__fish_seen_subcommand_from build' -l watch -s w -d 'run again");
});
