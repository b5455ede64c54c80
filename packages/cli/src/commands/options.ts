import { type Command, InvalidArgumentError, Option } from 'commander';

const CONFIG = ['-c, --config <file>', 'config file (default: the nearest binnacle.config.*)'] as const;

function added(one: string, others: readonly string[] = []): readonly string[] {
  return [...others, one];
}

function addedNames(names: string, others: readonly string[] = []): readonly string[] {
  return [...others, ...names.split(',').filter((name) => name !== '')];
}

/**
 * An option that may be given again and again. Several values may follow it where the command takes no arguments, which would be
 * swallowed: a command's arguments are declared before its options.
 */
function addList(
  command: Command,
  [flag, value]: readonly [flag: string, value: string],
  [description, parse]: readonly [string, (text: string, before?: readonly string[]) => readonly string[]],
): Command {
  const isAlone = command.registeredArguments.length === 0;
  return command.addOption(new Option(`${flag} <${value}${isAlone ? '...' : ''}>`, description).argParser(parse));
}

/** The flags of `Overrides`, and of the cache. */
function addSettings(command: Command): Command {
  const set = ['override a value of the config, as often as needed; * stands for every environment', added] as const;
  return addList(command, ['--set', 'env.path=value'], set)
    .option('--prometheus-version <version>', 'version of Prometheus, in every environment')
    .option('--grafana-version <version>', 'version of Grafana, in every environment')
    .option('--no-cache', 'evaluate every definition anew and keep nothing for the next run');
}

/** The flags of `ProjectFlags` that every command on a project takes. */
export function addProjectOptions(command: Command): Command {
  const env = ['only these environments, as in dev,prod', addedNames] as const;
  return addSettings(addList(command.option(...CONFIG), ['-e, --env', 'names'], env));
}

/** The same, for a command about one environment. */
export function addEnvironmentOptions(command: Command): Command {
  return addSettings(command.option(...CONFIG).option('-e, --env <name>', 'the environment (default: the first)'));
}

/** The flags of `ReportFlags`. */
export function addReportOptions(command: Command): Command {
  return command
    .addOption(new Option('--json', 'report as JSON on standard output').conflicts('quiet'))
    .addOption(new Option('-q, --quiet', 'report only problems').conflicts('verbose'))
    .option('-v, --verbose', 'report every finding one by one, notes and those like others too');
}

/** Appends examples to a command's help: `[what it does, command line]`. */
export function addExamples(command: Command, examples: readonly (readonly [string, string])[]): Command {
  const lines = examples.map(([what, line]) => `  ${line}\n      ${what}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

/** `--watch`, for commands that can run again and again. */
export function addWatchOption(command: Command): Command {
  return command.option('-w, --watch', 'run again whenever a definition or the config changes');
}

/** The flags of `LiveFlags` beside those of a project and a report. */
export function addLiveOptions(command: Command): Command {
  addReportOptions(addProjectOptions(command));
  const to = ['only these destinations, as in grafana,prometheus', addedNames] as const;
  return addList(command, ['--to', 'destinations'], to)
    .option('--bundle <file>', 'take what is declared from a bundle; no definition is evaluated')
    .option('--digest <sha256>', 'digest the bundle must have');
}

/** `--markdown`, for commands whose report may go into a comment. */
export function addMarkdownOption(command: Command): Command {
  return command.addOption(new Option('--markdown', 'report as Markdown, for a comment').conflicts('json'));
}

function percent(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 100) return number;
  throw new InvalidArgumentError('write a whole number from 0 to 100');
}

/** The flags of `PolicyFlags`: what a push may do. */
export function addPolicyOptions(command: Command): Command {
  return command
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
    );
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('write a whole number');
}

/** The flags of `DataFlags`: where the samples of a preview come from. */
export function addDataOptions(command: Command): Command {
  return command
    .option(
      '-d, --data <source>',
      'where samples come from: `sample` makes them from the metric contracts, an address asks a Prometheus, ' +
        '`live` the one of the environment, a file holds recorded ones (OpenMetrics, or JSON answers to queries)',
      'sample',
    )
    .option('--shift', 'of recorded samples: move them in time, so that the last is of now')
    .option(
      '--header <header>',
      'of a server: HTTP header, as in "X-Scope-OrgID: shop", as often as needed; credentials go in BINNACLE_TOKEN, or BINNACLE_USERNAME and BINNACLE_PASSWORD',
      (header: string, headers: readonly string[]) => [...headers, header],
      [],
    )
    .option('--seed <number>', 'another seed makes other samples', wholeNumber, 1)
    .option(
      '--incident <name>',
      'an incident in the sample data, as in checkout.errors, as often as needed: down, errors, latency, saturation, traffic',
      (name: string, names: readonly string[]) => [...names, name],
      [],
    );
}
