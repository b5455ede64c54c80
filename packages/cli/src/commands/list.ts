import type { Command } from 'commander';
import type { ListFlags } from '../actions/list.ts';
import { addExamples, addProjectOptions } from './options.ts';

export function define(command: Command): void {
  addProjectOptions(command)
    .option('--kind <kind>', 'only resources of this kind')
    .option('--service <name>', 'only resources of this service')
    .option('--owner <team>', 'only resources of this team')
    .option('--json', 'list as JSON on standard output')
    .action(async (flags: ListFlags) => {
      const { list } = await import('../actions/list.ts');
      process.exitCode = await list(flags);
    });
  addExamples(command, [
    ['every resource with its file and line', 'binnacle list'],
    ['the dashboards of one service', 'binnacle list --kind Dashboard --service checkout'],
  ]);
}
