import type { Command } from 'commander';
import type { DiffFlags } from '../actions/diff.ts';
import { addExamples, addMarkdownOption, addProjectOptions } from './options.ts';

export function define(command: Command): void {
  command.argument('[base]', 'revision to compare with (default: where this branch left the default branch)');
  addMarkdownOption(addProjectOptions(command).option('--json', 'report as JSON on standard output'))
    .option('-v, --verbose', 'show everything, and the layout of changed dashboards')
    .option('--exit-code', 'answer 3 when something changed')
    .action(async (base: string | undefined, flags: DiffFlags) => {
      const { diff } = await import('../actions/diff.ts');
      process.exitCode = await diff(base, flags);
    });
  addExamples(command, [
    ['what this branch changes', 'binnacle diff'],
    ['since the last commit, with sketches of dashboards', 'binnacle diff HEAD --verbose'],
    ['for a comment on a pull request', 'binnacle diff origin/main --markdown'],
  ]);
}
