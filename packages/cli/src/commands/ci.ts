import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CiFlags } from '../ci/ci-flags.ts';
import { addExamples, addLiveOptions, addPolicyOptions } from './options.ts';

/** Names of the modes; a test compares them, as importing those would cost every `--help`. */
export const MODES = ['apply', 'check', 'drift', 'plan'];

/** Options that an environment variable may give too; CI systems have these at hand where a command line is not to be composed. */
const VARIABLES: Readonly<Record<string, string>> = {
  '--adopt': 'BINNACLE_ADOPT',
  '--base': 'BINNACLE_BASE',
  '--bundle': 'BINNACLE_BUNDLE',
  '--comment': 'BINNACLE_COMMENT',
  '--config': 'BINNACLE_CONFIG',
  '--digest': 'BINNACLE_DIGEST',
  '--env': 'BINNACLE_ENV',
  '--expect-plan': 'BINNACLE_EXPECT_PLAN',
  '--fail-on': 'BINNACLE_FAIL_ON',
  '--key': 'BINNACLE_KEY',
  '--mode': 'BINNACLE_MODE',
  '--on-drift': 'BINNACLE_ON_DRIFT',
  '--pictures': 'BINNACLE_PICTURES',
  '--prune': 'BINNACLE_PRUNE',
  '--prune-limit': 'BINNACLE_PRUNE_LIMIT',
  '--report': 'BINNACLE_REPORT',
  '--request': 'BINNACLE_REQUEST',
  '--to': 'BINNACLE_TO',
};

/** Names separated by spaces or commas, one after the other. */
function names(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), ...text.split(/[\s,]+/).filter((name) => name !== '')];
}

function requestNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('write the number of a pull or merge request');
}

/** The value of a variable as its option reads it. Ends the command with one line for what the option does not take. */
function parsed(command: Command, option: Option, [variable, value]: readonly [string, string]): unknown {
  if (option.isBoolean()) return true;
  try {
    return option.parseArg === undefined ? value : option.parseArg(value, undefined);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    return command.error(`error: ${variable} '${value}' is invalid. ${error.message}`);
  }
}

/**
 * Lets options be given by their variables, where the command line does not. A variable that is empty, or false for a switch, is
 * not set. Commander's own variables must be declared before an option is added, and are set by empty ones.
 */
function bindVariables(command: Command): void {
  const bound = command.options.flatMap((option) => {
    const variable = VARIABLES[option.long ?? ''];
    if (variable === undefined) return [];
    option.description += ` [${variable}]`;
    if (option.variadic) option.argParser(names);
    return [{ option, variable }];
  });
  command.hook('preAction', () => {
    for (const { option, variable } of bound) {
      const value = process.env[variable] ?? '';
      const isSet = value !== '' && !(option.isBoolean() && value === 'false');
      if (!isSet || command.getOptionValueSource(option.attributeName()) === 'cli') continue;
      command.setOptionValueWithSource(option.attributeName(), parsed(command, option, [variable, value]), 'env');
    }
  });
}

export function define(command: Command): void {
  addPolicyOptions(addLiveOptions(command))
    .addOption(new Option('--mode <mode>', 'what to do').choices(MODES).default('check'))
    .option('--base <revision>', 'compare with this revision (default: what the CI system says)')
    .option('--key <text>', 'keeps comments of several jobs apart (default: the project and --env)')
    .addOption(
      new Option('--request <number>', 'pull or merge request (default: what the CI system says)').argParser(
        requestNumber,
      ),
    )
    .addOption(new Option('--comment <when>', 'post a comment or issue').choices(['auto', 'never']).default('auto'))
    .option('--report <folder>', 'folder for the whole report', 'binnacle-report')
    .option('--pictures', 'draw changed dashboards before and after into the report; needs a Chromium')
    .addOption(
      new Option('--fail-on <severity>', 'what fails the run: any error, or a new warning as well')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .option('--expect-plan <sha256>', 'with --mode apply, refuse any plan but the one of this digest')
    .action(async (flags: CiFlags) => {
      const { ci } = await import('../actions/ci.ts');
      process.exitCode = await ci(flags);
    });
  bindVariables(command);
  addExamples(command, [
    ['review a pull request; needs no secrets and no network but for the comment', 'binnacle ci'],
    ['the same on any machine, compared with a branch', 'binnacle ci --base origin/main --comment never'],
    ['what a push would do, too; needs the credentials of the destinations', 'binnacle ci --mode plan'],
    [
      'push a bundle that was reviewed',
      'binnacle ci --mode apply --bundle bundle.json --digest sha256:… --expect-plan sha256:…',
    ],
    ['open, update or close the issue about drift', 'binnacle ci --mode drift --bundle bundle.json'],
  ]);
}
