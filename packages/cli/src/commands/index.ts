import type { CommandEntry } from './command.ts';

/** Every command, by name. A command is one file beside this list; a test compares the two. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'list',
    summary: 'list the resources the project declares',
    load: () => import('./list.ts'),
  },
];
