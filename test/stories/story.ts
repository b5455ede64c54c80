import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace the stories run from. */
const WORKSPACE = fileURLToPath(new URL('../..', import.meta.url));

/** The command as it is installed: it must be built. */
export const COMMAND = join(WORKSPACE, 'packages/cli/bin/binnacle.js');

/** Files written between two commands, or a command with its transcript. */
type Step =
  | { readonly kind: 'files'; readonly files: readonly (readonly [path: string, content: string])[] }
  | { readonly kind: 'command'; readonly line: string; readonly transcript: string };

/** A story: a title, and steps in order. */
export interface Story {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** True for a line that begins a file or a command. */
function isMark(line: string): boolean {
  return /^(?:--- |\$ )/.test(line);
}

/**
 * Reads a story. `# …` lines on top are its title; `--- path` begins a file that goes on to the next `---` or `$`; `$ command`
 * begins a command whose transcript goes on likewise. A transcript is what the command prints, standard error marked `! `,
 * and `exit n` when it is not 0.
 */
export function parseStory(text: string): Story {
  const lines = text.replace(/\n$/, '').split('\n');
  const title: string[] = [];
  const steps: Step[] = [];
  let index = 0;
  for (; lines[index]?.startsWith('#'); index++) title.push((lines[index] ?? '').replace(/^#\s?/, ''));
  while (index < lines.length) {
    const mark = lines[index++] ?? '';
    const body: string[] = [];
    while (index < lines.length && !isMark(lines[index] ?? '')) body.push(lines[index++] ?? '');
    while (body.at(-1) === '') body.pop();
    const content = body.map((line) => `${line}\n`).join('');
    if (mark.startsWith('--- ')) {
      const last = steps.at(-1);
      const file = [mark.slice(4), content] as const;
      if (last?.kind === 'files') steps[steps.length - 1] = { kind: 'files', files: [...last.files, file] };
      else steps.push({ kind: 'files', files: [file] });
    } else if (mark.startsWith('$ ')) {
      steps.push({ kind: 'command', line: mark.slice(2), transcript: content });
    }
  }
  return { title: title.join(' ').trim(), steps };
}

/** Writes a story back, with other transcripts. */
export function formatStory({ title, steps }: Story): string {
  const parts = steps.map((step) =>
    step.kind === 'command'
      ? `$ ${step.line}\n${step.transcript}`
      : step.files.map(([path, content]) => `--- ${path}\n${content}`).join('\n'),
  );
  const wrapped = title.replace(/(.{1,110})(?:\s|$)/g, '# $1\n');
  return `${wrapped}\n${parts.join('\n')}`;
}

/** A project folder whose `@binnacle` packages are the workspace's. */
export function storyFolder(): string {
  // A name of its own, as commands take names from it.
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'binnacle-story-'))), 'company');
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(join(WORKSPACE, 'node_modules/@binnacle'), join(folder, 'node_modules/@binnacle'));
  return folder;
}

/** Runs `binnacle` in a folder and waits for it. */
export function binnacle(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { readonly stdout: string; readonly stderr: string; readonly status: number | null } {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const plain = { ...inherited, NO_COLOR: '1', ...env };
  return spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, encoding: 'utf8', env: plain });
}

/** Git as nobody in particular, without the settings of whoever runs the tests; says what it prints only when it fails. */
function git(folder: string, args: readonly string[]): string {
  const who = ['-c', 'user.name=Story', '-c', 'user.email=story@example.com', '-c', 'init.defaultBranch=main'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', env });
  return status === 0 ? '' : stderr;
}

function listed(folder: string, path: string): string {
  const root = join(folder, path);
  if (!existsSync(root)) return '';
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => `${join(entry.parentPath, entry.name).slice(root.length + 1)}\n`)
    .toSorted()
    .join('');
}

/** What differs from run to run and from machine to machine. */
function normalised(text: string, folder: string): string {
  return text
    .replaceAll(folder, '<folder>')
    .replaceAll(relative(folder, WORKSPACE), '<checkout>')
    .replace(/\(\d+(?:\.\d+)? m?s\)/g, '(time)')
    .replace(/(since [^\n]+?, )[\da-f]{12}(?=\))/g, '$1<commit>')
    .replace(/"milliseconds": \d+/g, '"milliseconds": 0')
    .replace(/[ \t]+$/gm, '');
}

/** Carries out one command line: `binnacle …`, or one of the few words a story needs around it. */
function perform(line: string, folder: string): string {
  const [word = '', ...args] = (line.match(/'[^']*'|\S+/g) ?? []).map((part) => part.replace(/^'|'$/g, ''));
  const [first = '.', second = ''] = args;
  switch (word) {
    case 'binnacle': {
      const { stdout, stderr, status } = binnacle(folder, args);
      const errors = stderr.replace(/^(?=.)/gm, '! ').replace(/(?<=.)$(?!\n)/, '\n');
      return `${stdout}${errors}${status === 0 ? '' : `exit ${status ?? 'by signal'}\n`}`;
    }
    case 'git':
      return git(folder, args);
    case 'ls':
      return listed(folder, first);
    case 'cat':
      return readFileSync(join(folder, first), 'utf8');
    case 'rm':
      rmSync(join(folder, first), { recursive: true });
      return '';
    case 'cp':
      cpSync(join(folder, first), join(folder, second), { recursive: true });
      return '';
    default:
      throw new Error(`a story knows no command '${word}'`);
  }
}

/** Tells a story and returns it with the transcripts it really has. */
export function tell(story: Story): Story {
  const folder = storyFolder();
  try {
    const steps = story.steps.map((step): Step => {
      if (step.kind === 'command') return { ...step, transcript: normalised(perform(step.line, folder), folder) };
      for (const [path, content] of step.files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      return step;
    });
    return { ...story, steps };
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true });
  }
}
