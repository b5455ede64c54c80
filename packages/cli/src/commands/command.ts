import type { Command } from 'commander';

/** What a command's file exports: it declares arguments, options, examples and the action, and imports what is heavy inside the action. */
export interface CommandModule {
  readonly define: (command: Command) => void;
}

/** One line of the command list. `load` imports the command's file, so that `--help` pays for none of them. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}
