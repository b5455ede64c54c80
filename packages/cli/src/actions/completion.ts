import { Command } from 'commander';
import type { CommandEntry } from '../commands/command.ts';

/** An option as a shell completes it. */
interface Flag {
  readonly long: string;
  readonly short?: string;
  readonly description: string;
  /** True when the next word is the option's value. */
  readonly takesValue: boolean;
  /** The values it may have, where they are few and known. */
  readonly choices: readonly string[];
}

/** A command as a shell completes it. `words` are subcommands and choices of its arguments. */
export interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly words: readonly string[];
}

/** Values of options that take any text, but of which these are the likely ones. */
type Likely = Readonly<Record<string, readonly string[]>>;

function flagsOf(command: Command, likely: Likely): Flag[] {
  const options = command.createHelp().visibleOptions(command);
  return options.flatMap(({ long, short, description, required, optional, argChoices }) =>
    typeof long === 'string'
      ? [
          {
            long,
            ...(typeof short === 'string' && { short }),
            description,
            takesValue: required || optional,
            choices: argChoices ?? likely[long] ?? [],
          },
        ]
      : [],
  );
}

/** What there is to complete, taken from the declarations of the commands themselves. */
export async function describeCommands(entries: readonly CommandEntry[], likely: Likely = {}): Promise<Completed[]> {
  const described = entries.map(async ({ name, summary, load }) => {
    const command = new Command(name);
    (await load()).define(command);
    const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
    const words = [...command.commands.map((child) => child.name()), ...choices];
    const flags = [command, ...command.commands].flatMap((one) => flagsOf(one, likely));
    const unique = [...new Map(flags.map((flag) => [flag.long, flag])).values()];
    return { name, summary, flags: unique.toSorted((a, b) => (a.long < b.long ? -1 : 1)), words };
  });
  return Promise.all(described);
}

function wordsOf({ flags, words }: Completed): string[] {
  return [...words, ...flags.map(({ long }) => long)];
}

/** What follows an option that takes a value: its choices, or a file. */
function bashValues({ name, flags }: Completed): string[] {
  return flags
    .filter(({ takesValue }) => takesValue)
    .map(({ long, short, choices }) => {
      const patterns = [long, short].flatMap((one) => (one === undefined ? [] : [`${name}:${one}`]));
      return `    ${patterns.join('|')}) words='${choices.join(' ')}' ;;`;
    });
}

function bash(commands: readonly Completed[]): string {
  const cases = commands.map((command) => `    ${command.name}) words='${wordsOf(command).join(' ')}' ;;`);
  return `_binnacle() {
  local words='${commands.map(({ name }) => name).join(' ')} help --help --version'
  if [ "$COMP_CWORD" -gt 1 ]; then
    case "\${COMP_WORDS[1]}" in
${cases.join('\n').replaceAll(/^/gm, '  ')}
      *) words='' ;;
    esac
    case "\${COMP_WORDS[1]}:\${COMP_WORDS[COMP_CWORD-1]}" in
${commands.flatMap(bashValues).join('\n').replaceAll(/^/gm, '  ')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _binnacle binnacle
`;
}

function quoted(text: string): string {
  return text.replaceAll("'", `'\\''`);
}

function zsh(commands: readonly Completed[]): string {
  const list = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map(({ name, flags, words }) => {
    const specs = flags.map(({ long, description, takesValue, choices }) => {
      const values = choices.length > 0 ? `(${choices.join(' ')})` : '_files';
      const text = quoted(description).replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ' -');
      return `'${long}[${text}]${takesValue ? `:value:${values}` : ''}'`;
    });
    const rest = words.length > 0 ? [`'*:what:(${words.join(' ')})'`] : [`'*::file:_files'`];
    return `    ${name}) _arguments ${[...specs, ...rest].join(' ')} ;;`;
  });
  return `#compdef binnacle
_binnacle() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_binnacle" ]; then _binnacle "$@"; else compdef _binnacle binnacle; fi
`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, summary, flags, words }) => {
    const seen = `-n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c binnacle -n __fish_use_subcommand -f -a ${name} -d '${quoted(summary)}'`,
      ...(words.length > 0 ? [`complete -c binnacle ${seen} -f -a '${words.join(' ')}'`] : []),
      ...flags.map(({ long, short, description, takesValue, choices }) => {
        const letter = short === undefined ? '' : ` -s ${short.slice(1)}`;
        const value = choices.length > 0 ? ` -x -a '${choices.join(' ')}'` : takesValue ? ' -r' : '';
        return `complete -c binnacle ${seen} -l ${long.slice(2)}${letter}${value} -d '${quoted(description)}'`;
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** Completion scripts by shell: static, so that pressing Tab starts no process. */
export const scripts = { bash, fish, zsh } as const;
