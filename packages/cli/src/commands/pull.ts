import type { Command } from 'commander';
import type { PullFlags } from '../actions/pull.ts';
import { addExamples, addLiveOptions } from './options.ts';

export function define(command: Command): void {
  addLiveOptions(command.argument('[resources...]', 'Kind/name of each; default: everything this project pushed'))
    .option('-o, --out <folder>', 'folder to write to (default: live)')
    .action(async (ids: readonly string[], flags: PullFlags) => {
      const { pull } = await import('../actions/pull.ts');
      process.exitCode = await pull(ids, flags);
    });
  addExamples(command, [
    ['a dashboard as somebody edited it', 'binnacle pull Dashboard/checkout --env production'],
    ['everything this project pushed to Grafana', 'binnacle pull --to grafana --out live'],
  ]);
}
