import { type Command, Option } from 'commander';
import type { CheckFlags } from '../actions/check.ts';
import { addExamples, addProjectOptions, addReportOptions, addWatchOption } from './options.ts';

/** Names of the reporters; a test compares them, as importing those would cost every `--help`. */
export const FORMATS = ['github', 'json', 'sarif', 'text'];

export function define(command: Command): void {
  addProjectOptions(command);
  addReportOptions(command).addOption(
    new Option('--format <format>', 'how to report (default: text)').choices(FORMATS).conflicts('json'),
  );
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
    ['as annotations of a GitHub Actions job', 'binnacle check --format github'],
    ['for code scanning', 'binnacle check --format sarif > binnacle.sarif'],
    ['with another Prometheus than the config says', 'binnacle check --prometheus-version 2.42'],
  ]);
}
