import type { Command } from 'commander';
import type { CheckFlags } from '../actions/check.ts';
import { addExamples, addProjectOptions, addReportOptions, addWatchOption } from './options.ts';

export function define(command: Command): void {
  addProjectOptions(command);
  addReportOptions(command);
  addWatchOption(command).action(async ({ watch: isWatching, ...flags }: CheckFlags & { readonly watch?: boolean }) => {
    if (isWatching === true) {
      const { watch } = await import('../watch/watch.ts');
      process.exitCode = await watch(process.argv.slice(2));
      return;
    }
    const { check } = await import('../actions/check.ts');
    process.exitCode = await check(flags);
  });
  addExamples(command, [
    ['every finding of the project', 'binnacle check'],
    ['as one environment would run it, for a program to read', 'binnacle check --env production --json'],
    ['with another Prometheus than the config says', 'binnacle check --prometheus-version 2.42'],
  ]);
}
