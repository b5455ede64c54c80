import type { CommandEntry } from './command.ts';

/** Every command, by name. A command is one file beside this list; a test compares the two. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'build',
    summary: 'write dashboards, rules and catalog entries of every environment',
    load: () => import('./build.ts'),
  },
  {
    name: 'check',
    summary: 'report everything that is wrong with the definitions',
    load: () => import('./check.ts'),
  },
  {
    name: 'ci',
    summary: 'review a change, plan, push or look for drift in CI, and report where people look',
    load: () => import('./ci.ts'),
  },
  {
    name: 'completion',
    summary: 'print a completion script for a shell',
    load: () => import('./completion.ts'),
  },
  {
    name: 'diff',
    summary: 'say what the working tree changes since a revision',
    load: () => import('./diff.ts'),
  },
  {
    name: 'drift',
    summary: 'say what was edited live since the last push',
    load: () => import('./drift.ts'),
  },
  {
    name: 'import',
    summary: 'write definitions from what runs already',
    load: () => import('./import.ts'),
  },
  {
    name: 'init',
    summary: 'start a project: a config, and a first service with its dashboard and rules',
    load: () => import('./init.ts'),
  },
  {
    name: 'list',
    summary: 'list the resources the project declares',
    load: () => import('./list.ts'),
  },
  {
    name: 'plan',
    summary: 'compare what is declared with what runs, and write nothing',
    load: () => import('./plan.ts'),
  },
  {
    name: 'preview',
    summary: 'serve the dashboards on this machine, on sample, recorded or live data',
    load: () => import('./preview.ts'),
  },
  {
    name: 'pull',
    summary: 'write live resources to files',
    load: () => import('./pull.ts'),
  },
  {
    name: 'push',
    summary: 'write what is declared to the systems of every environment',
    load: () => import('./push.ts'),
  },
  {
    name: 'render',
    summary: 'draw dashboards into files',
    load: () => import('./render.ts'),
  },
  {
    name: 'test',
    summary: 'run unit tests of alerts and recording rules on made samples',
    load: () => import('./test.ts'),
  },
];
