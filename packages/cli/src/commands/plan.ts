import type { Command } from 'commander';
import type { PlanFlags } from '../actions/plan.ts';
import { addExamples, addLiveOptions, addMarkdownOption } from './options.ts';

export function define(command: Command): void {
  addMarkdownOption(addLiveOptions(command))
    .option('--exit-code', 'answer 3 when there is something to do')
    .action(async (flags: PlanFlags) => {
      const { plan } = await import('../actions/plan.ts');
      process.exitCode = await plan(flags);
    });
  addExamples(command, [
    ['what a push would do, everywhere', 'binnacle plan'],
    ['one environment and one system', 'binnacle plan --env production --to grafana'],
    ['of a bundle that was built and reviewed', 'binnacle plan --bundle bundle.json --markdown'],
  ]);
}
