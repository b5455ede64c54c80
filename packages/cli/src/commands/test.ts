import type { Command } from 'commander';
import type { TestFlags } from '../actions/test.ts';
import { addExamples, addProjectOptions, addReportOptions } from './options.ts';

export function define(command: Command): void {
  command.argument('[files...]', 'test files, or folders of them (default: every *.test.yaml of the project)');
  addReportOptions(addProjectOptions(command)).action(async (files: readonly string[], flags: TestFlags) => {
    const { test } = await import('../actions/test.ts');
    process.exitCode = await test(files, flags);
  });
  addExamples(command, [
    ["every unit test of rules, in promtool's format", 'binnacle test'],
    ['one file, on the rules of one environment', 'binnacle test rules/checkout.test.yaml --env production'],
  ]);
}
