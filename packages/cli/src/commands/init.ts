import type { Command } from 'commander';
import { addExamples } from './options.ts';

export function define(command: Command): void {
  command.argument('[folder]', 'folder of the project (default: this one)').action(async (folder: string = '.') => {
    const { init } = await import('../actions/init.ts');
    process.exitCode = init(folder);
  });
  addExamples(command, [
    ['a project in an empty folder', 'binnacle init observability'],
    ['beside the application in this folder', 'binnacle init'],
  ]);
}
