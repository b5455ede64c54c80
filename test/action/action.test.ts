import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFakeGrafana, type FakeGrafana } from '@binnacle/targets/fake-grafana';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fakeGithub, type FakeForge } from '../../packages/targets/src/fixtures/fake-forge.ts';
import { COMMAND } from '../stories/story.ts';
import { use, type Use, type Used } from './action.ts';
import { checkout, handOver, type Repository, shop } from './project.ts';

const isBuilt = existsSync(new URL('../dist/main.js', `file://${COMMAND}`));

/** The event of pull request 5 from where the repository stands into main. */
const pull = ({ git }: Repository): unknown => ({
  pull_request: {
    number: 5,
    base: { ref: 'main', sha: git('rev-parse', 'main') },
    head: { sha: git('rev-parse', 'HEAD') },
  },
});
/** A branch with another owner, and an alert that pages and asks for a metric nobody declares. */
function branch(repository: Repository, below = ''): void {
  repository.git('checkout', '-qb', 'change');
  repository.edit(join(below, 'services/shop.ts'), "owner: 'shop-team',\n  tier: 1,", "owner: 'web-team',\n  tier: 1,");
  repository.write(
    join(below, 'rules/extra.ts'),
    [
      "import { alert, group, promql, rules } from '@binnacle/builders';",
      "import shop from '../services/shop.ts';",
      '',
      'export default rules(shop, [',
      "  group('extra', {}, [",
      "    alert('ShopOdd', {",
      '      expr: promql`rate(shop_http_requets_total[5m]) > 1`,',
      "      severity: 'page',",
      "      summary: 'Odd.',",
      '    }),',
      '  ]),',
      "], { name: 'extra' });",
      '',
    ].join('\n'),
  );
  repository.commit('A change');
}

/** The event of a run that follows the review of pull request 9, which comes from a fork. */
const following = (commit: string): unknown => ({
  workflow_run: {
    event: 'pull_request',
    head_repository: { owner: { login: 'ann' } },
    head_branch: 'change',
    head_sha: commit,
  },
});
/** Rules with an alert on the requests in flight. */
function queueRules(threshold: number): string {
  return JSON.stringify({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'queue' },
    spec: {
      groups: [{ name: 'queue', rules: [{ alert: 'Full', expr: `shop_http_in_flight_requests > ${threshold}` }] }],
    },
  });
}

describe.skipIf(!isBuilt)('the action (it needs `npm run build`)', () => {
  let github: FakeForge;
  let grafana: FakeGrafana;
  const opened: Repository[] = [];
  beforeAll(async () => {
    github = await fakeGithub();
    grafana = await createFakeGrafana({ version: '13.0.1' });
  });
  afterAll(async () => {
    await github.close();
    await grafana.close();
  });
  afterEach(() => {
    for (const repository of opened.splice(0)) repository.remove();
    github.entries.length = 0;
    github.fault = undefined;
    github.log.length = 0;
  });

  const open = (below = ''): Repository => {
    const repository = shop({ grafana: grafana.url, below });
    opened.push(repository);
    return repository;
  };
  const run = ({ env, ...rest }: Use): Promise<Used> =>
    use({ ...rest, env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: 'gh-token', ...env } });
  const comments = (): string[] => github.entries.map(({ body }) => body);

  async function reviewed(change: (repository: Repository) => void) {
    const repository = open();
    const main = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '-qb', 'change');
    change(repository);
    const commit = repository.commit('A change');
    github.pulls['ann:change'] = [{ number: 9, sha: commit }];
    const { outputs } = await run({
      workspace: repository.folder,
      event: pull(repository),
      inputs: { comment: 'never' },
    });
    const trusted = checkout(repository, main, 'trusted');
    handOver(repository, 'binnacle-report/bundle.json', [trusted, 'reviewed/bundle.json']);
    return { repository, commit, trusted, digest: outputs['bundle-digest'] ?? '' };
  }

  test('a pull request: one comment, kept up to date; summary, annotations, outputs, artifact', async () => {
    const repository = open();
    branch(repository);
    const job = { workspace: repository.folder, event: pull(repository) };
    const first = await run(job);
    expect(first).toMatchObject({
      outputs: { changed: 'true', report: 'binnacle-report', 'comment-id': '101' },
      artifacts: [['binnacle-report', './binnacle-report']],
    });
    const [comment = ''] = comments();
    expect(comment).toContain('<!-- binnacle:shop -->\n### Binnacle · shop');
    expect(comment).toContain('now page');
    expect(comment).toContain('owner shop-team → web-team');
    expect(comment).toContain('`rules/extra.ts:');
    expect(comment).toContain('[this run](https://github.example.com/shop/dashboards/actions/runs/99)');
    expect(first.summary).toContain('owner shop-team → web-team');
    expect(first.log).toMatch(/^::(?:error|warning) file=rules\/extra\.ts,line=\d+,col=\d+,title=/m);

    repository.git('rm', '-q', 'rules/extra.ts');
    repository.commit('Without the odd one');
    const second = await run({ ...job, event: pull(repository) });
    expect(second).toMatchObject({ code: 0, outputs: { 'new-findings': '0', 'has-errors': 'false' } });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).not.toContain('extra.ts');

    repository.git('reset', '-q', '--hard', 'main');
    const third = await run({ ...job, event: pull(repository) });
    expect(third.outputs['changed']).toBe('false');
    expect(comments()[0]).toContain('no changes');
  });

  test('a pull request that changes nothing gets no comment', async () => {
    const repository = open();
    repository.git('checkout', '-qb', 'words');
    repository.write('notes.md', 'Words.\n');
    repository.commit('Words');
    const used = await run({ workspace: repository.folder, event: pull(repository) });
    expect(used).toMatchObject({ code: 0, outputs: { changed: 'false' } });
    expect(comments()).toEqual([]);
  });

  test('of a fork: the token cannot comment, the summary says it all, and nothing fails', async () => {
    const repository = open();
    repository.git('checkout', '-qb', 'change');
    repository.edit('services/shop.ts', "owner: 'shop-team'", "owner: 'web-team'");
    repository.commit('A change');
    github.fault = (method) => (method === 'GET' ? undefined : 403);
    const used = await run({ workspace: repository.folder, event: pull(repository) });
    expect(used.code).toBe(0);
    expect(used.log).toContain('warning: the comment is not posted: GitHub: Resource not accessible by integration');
    expect(used.summary).toContain('owner shop-team → web-team');
    expect(used.log).not.toContain('gh-token');
  });

  test('the merge that GitHub checks out is compared with what it was merged with', async () => {
    const repository = open();
    repository.git('checkout', '-qb', 'change');
    repository.edit('services/shop.ts', "owner: 'shop-team'", "owner: 'web-team'");
    const head = repository.commit('A change');
    const old = repository.git('rev-parse', 'main');
    repository.git('checkout', '-q', 'main');
    repository.edit('services/shop.ts', "title: 'Shop'", "title: 'The shop'");
    repository.commit('Meanwhile');
    repository.git('merge', '-q', '--no-ff', '-m', 'Merge', head);
    const event = { pull_request: { number: 5, base: { ref: 'main', sha: old }, head: { sha: head } } };
    // The merge as GitHub makes it: main first, then the branch.
    const used = await run({ workspace: repository.folder, event });
    expect(used.code).toBe(0);
    expect(used.summary).toContain('owner shop-team → web-team');
    expect(used.summary).not.toContain('Shop → The shop');
  });

  test('a change that breaks a test of rules: which, and what it expected', async () => {
    const repository = open();
    repository.write('rules/queue.json', queueRules(5));
    repository.write(
      'rules/queue.test.yaml',
      [
        'tests:',
        '  - interval: 1m',
        "    input_series: [{ series: shop_http_in_flight_requests, values: '9x5' }]",
        '    alert_rule_test: [{ eval_time: 3m, alertname: Full, exp_alerts: [{}] }]',
        '',
      ].join('\n'),
    );
    repository.commit('A test');
    repository.git('checkout', '-qB', 'change');
    repository.write('rules/queue.json', queueRules(50));
    repository.commit('Higher');
    const used = await run({ workspace: repository.folder, event: pull(repository) });
    expect(used).toMatchObject({ code: 1, outputs: { 'new-findings': '1', 'has-errors': 'true' } });
    expect(comments()[0]).toContain('1 of 1 rule test failed');
    expect(comments()[0]).toContain('Full at 3m: does not fire with');
    expect(used.log).toContain('::error file=rules/queue.test.yaml,line=4,');
  });

  test('a clone without history: what to do about it, where people look', async () => {
    const repository = open();
    repository.git('checkout', '-qb', 'change');
    repository.edit('services/shop.ts', "owner: 'shop-team'", "owner: 'web-team'");
    const head = repository.commit('A change');
    const event = { pull_request: { number: 5, base: { ref: 'main', sha: 'f'.repeat(40) }, head: { sha: head } } };
    const used = await run({ workspace: repository.folder, event });
    expect(used.code).toBe(2);
    expect(used.log).toContain('::error title=binnacle::this clone does not hold where the branch left main');
    expect(used.summary).toContain('fetch-depth: 0');
  });

  test('packages that are not installed, a mode that there is not: one line each', async () => {
    const repository = open();
    expect(await run({ workspace: '/tmp' })).toMatchObject({
      code: 2,
      log: '::error title=binnacle::@binnacle/cli is not installed: run npm ci in a step before this one\n',
    });
    const used = await run({ workspace: repository.folder, inputs: { mode: 'deploy; echo $GITHUB_TOKEN' } });
    expect(used.code).toBe(2);
    expect(used.log).toContain("BINNACLE_MODE 'deploy; echo $GITHUB_TOKEN' is invalid");
    expect(used.log).not.toContain('gh-token');
  });

  test('jobs of a matrix have a comment each; a project below the top is annotated from the top', async () => {
    const repository = open('deploy/observability');
    branch(repository, 'deploy/observability');
    const job = { workspace: repository.folder, event: pull(repository) };
    const inputs = { 'working-directory': 'deploy/observability' };
    const one = await run({ ...job, inputs: { ...inputs, key: 'one' } });
    await run({ ...job, inputs: { ...inputs, key: 'two', artifact: '' } });
    await run({ ...job, inputs: { ...inputs, key: 'one' } });
    expect(comments().map((body) => body.split('\n')[0])).toEqual(['<!-- binnacle:one -->', '<!-- binnacle:two -->']);
    expect(one.log).toMatch(/^::(?:error|warning) file=deploy\/observability\/rules\/extra\.ts,/m);
    expect(one.artifacts).toEqual([['binnacle-report', 'deploy/observability/binnacle-report']]);
  });

  test('a comment keeps to what GitHub takes; the whole is in the report', async () => {
    const repository = open();
    repository.git('checkout', '-qb', 'change');
    for (let i = 0; i < 260; i += 1) {
      repository.write(
        `rules/many-${i}.yaml`,
        JSON.stringify({
          apiVersion: 'monitoring.coreos.com/v1',
          kind: 'PrometheusRule',
          metadata: { name: `many-${i}`, labels: { 'binnacle.dev/service': 'shop' } },
          spec: {
            groups: [
              {
                name: `many-${i}`,
                rules: ['a', 'b', 'c'].map((name) => ({
                  alert: `Many${i}${name}`,
                  expr: `sum(rate(shop_http_requests_total{route="/orders"}[5m])) > ${i}`,
                  labels: { severity: 'page' },
                  annotations: { summary: `The alert ${name} of the rules ${i}, which are many.` },
                })),
              },
            ],
          },
        }),
      );
    }
    repository.commit('Many');
    await run({ workspace: repository.folder, event: pull(repository) });
    const [comment = ''] = comments();
    const whole = readFileSync(join(repository.folder, 'binnacle-report/report.md'), 'utf8');
    expect(comment.length).toBeGreaterThan(30_000);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(whole.length).toBeGreaterThan(65_536);
    expect(comment).toContain('The whole report is in the artifact of [this run]');
  });

  describe('two steps', () => {
    const secrets = { GRAFANA_TOKEN: 'test-token' };

    test('what holds secrets plans, pushes and finds drift of a bundle, and runs no code of the branch', async () => {
      const { trusted, commit, digest } = await reviewed((repository) => {
        repository.edit('dashboards/shop.ts', "'Traffic'", "'Visits'");
      });
      const bundle = 'reviewed/bundle.json';
      const planned = await run({
        workspace: trusted.folder,
        event: following(commit),
        inputs: { mode: 'plan', bundle },
        env: secrets,
      });
      expect(planned).toMatchObject({ code: 0, outputs: { changed: 'true', updated: '0' } });
      expect(Number(planned.outputs['created'])).toBeGreaterThan(0);
      expect(github.entries.map(({ thread }) => thread)).toEqual(['comments 9']);
      expect(comments()[0]).toContain('<!-- binnacle:shop/plan -->\n### Binnacle · shop · plan');
      expect(comments()[0]).toContain('Visits');

      const apply = { mode: 'apply', bundle, digest, 'expect-plan': planned.outputs['plan-digest'] ?? '' };
      const other = await run({
        workspace: trusted.folder,
        inputs: { ...apply, digest: `sha256:${'0'.repeat(64)}` },
        env: secrets,
      });
      expect(other.code).toBe(2);
      expect(other.log).toContain('is not the bundle that was reviewed');
      const unreviewed = await run({ workspace: trusted.folder, inputs: { mode: 'apply', bundle }, env: secrets });
      expect(unreviewed).toMatchObject({ code: 2 });
      expect(unreviewed.log).toContain('--bundle and --digest are missing');

      const pushed = await run({ workspace: trusted.folder, inputs: apply, env: secrets });
      expect(pushed).toMatchObject({ code: 0, outputs: { created: planned.outputs['created'], failed: '0' } });
      expect(pushed.summary).toContain('created');

      const stale = await run({ workspace: trusted.folder, inputs: apply, env: secrets });
      expect(stale.code).toBe(2);
      expect(stale.log).toContain('the plan is not the one that was reviewed');

      const drift = { workspace: trusted.folder, inputs: { mode: 'drift', bundle, digest }, env: secrets };
      expect(await run(drift)).toMatchObject({ code: 0, outputs: { changed: 'false' } });
      expect(comments()).toHaveLength(1);
      const [dashboard] = grafana.organisation().dashboards.values();
      if (dashboard === undefined) throw new Error('there is no dashboard');
      const before = structuredClone(dashboard.spec);
      Object.assign(dashboard.spec, { title: 'Mine' });
      const found = await run(drift);
      expect(found).toMatchObject({ code: 4, outputs: { drifted: '1' } });
      expect(found.outputs['issue-url']).toContain('issues');
      const issue = github.entries.at(-1);
      expect(issue?.title).toBe('Drift: 1 resource of shop changed live in production');
      expect(issue?.body).toContain('Mine');
      await run(drift);
      expect(github.entries).toHaveLength(2);
      Object.assign(dashboard.spec, before);
      expect(await run(drift)).toMatchObject({ code: 0 });
      expect(issue?.state).toBe('closed');
    });

    test('a bundle that would send credentials elsewhere is refused, and they are sent nowhere', async () => {
      const thief = await fakeGithub();
      const { trusted, commit } = await reviewed((repository) => {
        repository.edit('binnacle.config.ts', grafana.url, thief.url);
      });
      const stolen = await run({
        workspace: trusted.folder,
        event: following(commit),
        inputs: { mode: 'plan', bundle: 'reviewed/bundle.json' },
        env: secrets,
      });
      await thief.close();
      expect(stolen.code).toBe(2);
      expect(stolen.log).toContain("has other settings for production's grafana than the config here");
      expect(thief.log).toEqual([]);
      expect(stolen.log).not.toContain('test-token');
    });

    test('a branch that moved on gets no plan of what it was', async () => {
      const { trusted } = await reviewed((repository) => {
        repository.edit('dashboards/shop.ts', "'Traffic'", "'Visits'");
      });
      const used = await run({
        workspace: trusted.folder,
        event: following('a'.repeat(40)),
        inputs: { mode: 'plan', bundle: 'reviewed/bundle.json' },
        env: secrets,
      });
      expect(used.code).toBe(0);
      expect(comments()).toEqual([]);
    });
  });
});
