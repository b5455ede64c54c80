import type { HelpConfiguration, Option } from 'commander';

/** The description of an option with its choices and its default as a person would write them; an empty list is no default. */
function optionDescription({ description, argChoices = [], defaultValue, required, optional }: Option): string {
  const value: unknown = defaultValue;
  const isShown = (typeof value === 'string' || typeof value === 'number') && (required || optional);
  const said = [
    ...(argChoices.length > 0 ? [`choices: ${argChoices.join(', ')}`] : []),
    ...(isShown ? [`default: ${value}`] : []),
  ];
  return said.length === 0 ? description : `${description} (${said.join('; ')})`;
}

/** How every command shows its help. */
export const HELP: HelpConfiguration = { optionDescription };

const CHANGES: Readonly<Record<string, string>> = {
  ci: '1 findings or a failed change, 2 could not run, 4 drift',
  completion: '2 could not run',
  diff: '2 could not run, 3 something changed (with --exit-code)',
  drift: '1 could not tell of every destination, 2 could not run, 4 drift',
  import: '2 could not run',
  init: '2 could not run',
  plan: '1 findings, 2 could not run, 3 changes pending (with --exit-code)',
  preview: '2 could not run, 130 interrupted',
  push: '1 findings or a failed change, 2 could not run, 4 drift',
  render: '1 a panel failed, 2 could not run',
};

/** The last line of a command's help: what it answers to the shell. */
export function exitCodes(name: string): string {
  return `\nExit codes: 0 clean, ${CHANGES[name] ?? '1 findings, 2 could not run'}.`;
}
