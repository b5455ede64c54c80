import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createFakeGrafana, type FakeGrafana } from '@binnacle/targets/fake-grafana';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeGithub, type FakeForge } from '../../packages/targets/src/fixtures/fake-forge.ts';
import { COMMAND } from '../stories/story.ts';
import { use } from './action.ts';
import { jobInputs, pageSteps, type PageStep } from './page.ts';
import { checkout, handOver, installPackages, repositoryIn, type Repository } from './project.ts';

const isBuilt = existsSync(new URL('../dist/main.js', `file://${COMMAND}`));
const REMOTE = 'https://github.example.com/shop/dashboards.git';

describe.skipIf(!isBuilt)('docs/walkthrough.md (it needs `npm run build`)', () => {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'binnacle-walkthrough-')));
  const origin = join(top, 'origin.git');
  let github: FakeForge;
  let grafana: FakeGrafana;
  beforeAll(async () => {
    github = await fakeGithub();
    grafana = await createFakeGrafana({ version: '13.0.1' });
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', origin]);
  });
  afterAll(async () => {
    await github.close();
    await grafana.close();
    rmSync(top, { recursive: true });
  });

  let folder = top;
  let checkouts = 0;

  /** Somebody's shell: git knows them, and the address of the repository is the one beside it. */
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: '3',
    GIT_CONFIG_KEY_0: 'user.name',
    GIT_CONFIG_VALUE_0: 'Ann',
    GIT_CONFIG_KEY_1: 'user.email',
    GIT_CONFIG_VALUE_1: 'ann@example.com',
    GIT_CONFIG_KEY_2: `url.${origin}.insteadOf`,
    GIT_CONFIG_VALUE_2: REMOTE,
  };

  /** Runs a command line as the page has it; packages are linked and not fetched. */
  async function perform(line: string): Promise<void> {
    if (line.startsWith('cd ')) {
      folder = join(folder, line.slice(3));
      return;
    }
    if (line === 'npm install') return installPackages(folder);
    const installed = join(folder, 'node_modules/.bin/binnacle');
    const real = line
      .replace(/^npx -p @binnacle\/cli binnacle/, `"${COMMAND}"`)
      .replace(/^npx binnacle/, `"${installed}"`);
    await new Promise<void>((resolve, reject) => {
      execFile('bash', ['-ec', real], { cwd: folder, env }, (error, stdout, stderr) => {
        if (error === null) resolve();
        else reject(new Error(`${line}: ${stdout}${stderr}`));
      });
    });
  }

  const remote = repositoryIn(origin);
  const job = (commit: string): Repository => checkout(remote, commit, `job-${(checkouts += 1)}`);
  const forge = (): Record<string, string> => ({ GITHUB_API_URL: github.url, GITHUB_TOKEN: 'gh-token' });

  async function review(expected: string | undefined): Promise<void> {
    const head = remote.git('rev-parse', 'tickets');
    const event = {
      pull_request: { number: 5, base: { ref: 'main', sha: remote.git('rev-parse', 'main') }, head: { sha: head } },
    };
    const inputs = jobInputs(['review.md', 'review.yml', 'review']);
    const used = await use({ workspace: job(head).folder, inputs, event, env: forge() });
    expect(used).toMatchObject({ code: 0 });
    expect(github.entries).toHaveLength(1);
    const body = github.entries[0]?.body.replaceAll('\\', '') ?? '';
    expect(body).toContain('1 dashboard and 1 service added');
    if (expected === undefined) expect(body).not.toContain('New findings');
    else expect(body).toContain(expected);
  }

  async function mergeAndPush(): Promise<void> {
    const before = remote.git('rev-parse', 'main');
    const merged = job('main');
    merged.git('merge', '-q', '--no-ff', '-m', 'Merge', 'origin/tickets');
    merged.git('push', '-q', origin, 'HEAD:main');
    const commit = remote.git('rev-parse', 'main');
    const [build, plan, apply] = [job(commit), job(commit), job(commit)];
    const built = await use({
      workspace: build.folder,
      event: { before },
      inputs: jobInputs(['review.md', 'push.yml', 'build']),
      env: forge(),
    });
    expect(built).toMatchObject({ code: 0 });
    const digest = built.outputs['bundle-digest'] ?? '';
    for (const one of [plan, apply]) handOver(build, 'binnacle-report', [one, 'built']);

    const secrets = { ...forge(), GRAFANA_TOKEN: 'test-token' };
    const planned = await use({
      workspace: plan.folder,
      inputs: jobInputs(['review.md', 'push.yml', 'plan'], { 'needs.build.outputs.digest': digest }),
      env: secrets,
    });
    expect(planned).toMatchObject({ code: 0 });
    expect(planned.summary).toContain('tickets-sales');

    const known = {
      'needs.build.outputs.digest': digest,
      'needs.plan.outputs.digest': planned.outputs['plan-digest'] ?? '',
    };
    const pushed = await use({
      workspace: apply.folder,
      inputs: jobInputs(['review.md', 'push.yml', 'apply'], known),
      env: secrets,
    });
    expect(pushed).toMatchObject({ code: 0 });
  }

  async function carryOut(step: PageStep): Promise<void> {
    if (step.kind === 'command') return perform(step.line);
    if (step.kind === 'file') {
      mkdirSync(dirname(join(folder, step.path)), { recursive: true });
      writeFileSync(join(folder, step.path), step.text.replace('https://grafana.example.com', grafana.url));
      return;
    }
    const [what = '', expected] = step.text.split(/: (.*)/);
    if (what === 'the pull request is reviewed') return review(expected);
    if (what === 'the pull request is merged and pushed') return mergeAndPush();
    throw new Error(`nobody knows how this happens: ${step.text}`);
  }

  test('is true, from its first command to the dashboard in Grafana', { timeout: 240_000 }, async () => {
    const steps = pageSteps('walkthrough.md');
    expect(steps.length).toBeGreaterThan(30);
    // One after the other, as somebody would.
    // oxlint-disable-next-line no-await-in-loop
    for (const step of steps) await carryOut(step);
    const dashboards = [...grafana.organisation().dashboards.values()];
    expect(dashboards.map(({ spec }) => spec['title'])).toEqual(['Sales']);
    expect(JSON.stringify(dashboards)).toContain('Waiting sales');
    expect(JSON.stringify(dashboards)).toContain('https://runbooks.example.com/tickets');
  });
});
