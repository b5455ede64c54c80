import { Command } from 'commander';
import type { CommandEntry } from './commands/command.ts';
import { exitCodes, HELP } from './help.ts';
import { version } from './version.ts';

/** The `binnacle` command line. Each command's options are declared only when it is the one asked for. */
export function createProgram(entries: readonly CommandEntry[]): Command {
  const program = new Command('binnacle')
    .description('Compile services declared in TypeScript into dashboards, rules and catalog entries.')
    .version(version(), '-V, --version', 'print the version')
    .helpCommand(false)
    .showHelpAfterError('(add --help for what this command takes)')
    .exitOverride();
  const loads = new Map(entries.map((entry) => [entry.name, entry.load]));
  for (const { name, summary } of entries) {
    program
      .command(name)
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
      .configureHelp(HELP)
      .addHelpText('afterAll', exitCodes(name))
      .exitOverride()
      .showHelpAfterError('(add --help for what this command takes)');
  }
  program.hook('preSubcommand', async (_program, command) => {
    const load = loads.get(command.name());
    if (load !== undefined) (await load()).define(command);
  });
  // Commander's own would show a command before its options are declared.
  program
    .command('help [command]')
    .summary('display help for a command')
    .action(async (name?: string) => {
      const argv = [
        ...(name === undefined ? [] : [name]),
        ...(name === undefined || loads.has(name) ? ['--help'] : []),
      ];
      await program.parseAsync(argv, { from: 'user' });
    });
  return program;
}
