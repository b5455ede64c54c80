import type { Command } from 'commander';
import type { DriftFlags } from '../actions/drift.ts';
import { addExamples, addLiveOptions, addMarkdownOption } from './options.ts';

export function define(command: Command): void {
  addMarkdownOption(addLiveOptions(command)).action(async (flags: DriftFlags) => {
    const { drift } = await import('../actions/drift.ts');
    process.exitCode = await drift(flags);
  });
  addExamples(command, [
    ['what was edited or removed live since the last push; answers 4 when anything was', 'binnacle drift'],
    ['only dashboards in production', 'binnacle drift --env production --to grafana'],
  ]);
}
