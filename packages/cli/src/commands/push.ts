import { type Command, InvalidArgumentError, Option } from 'commander';
import type { PushFlags } from '../actions/push.ts';
import { addExamples, addLiveOptions } from './options.ts';

function percent(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 100) return number;
  throw new InvalidArgumentError('write a whole number from 0 to 100');
}

export function define(command: Command): void {
  addLiveOptions(command)
    .option('-y, --yes', 'write without being asked')
    .option('--adopt', 'take over resources that exist and Binnacle did not make')
    .option('--prune', 'delete what this project pushed and no longer declares')
    .addOption(
      new Option(
        '--prune-limit <percent>',
        'share of what this project pushed that --prune may delete (default: 25)',
      ).argParser(percent),
    )
    .addOption(
      new Option('--on-drift <what>', 'what to do when a resource was edited live (default: fail)').choices([
        'fail',
        'overwrite',
        'keep',
      ]),
    )
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
