import type { Command } from 'commander';
import type { PushFlags } from '../actions/push.ts';
import { addExamples, addLiveOptions, addPolicyOptions } from './options.ts';

export function define(command: Command): void {
  addPolicyOptions(addLiveOptions(command))
    .option('-y, --yes', 'write without being asked')
    .option('--expect-plan <sha256>', 'refuse any plan but the one of this digest')
    .action(async (flags: PushFlags) => {
      const { push } = await import('../actions/push.ts');
      process.exitCode = await push(flags);
    });
  addExamples(command, [
    ['show the plan of one environment, ask, and write', 'binnacle push --env production'],
    [
      'in CI: a bundle and a plan that were reviewed',
      'binnacle push --bundle bundle.json --digest sha256:… --expect-plan sha256:… --yes',
    ],
    [
      'write over what was edited by hand, and delete what is gone from the code',
      'binnacle push --on-drift overwrite --prune',
    ],
  ]);
}
