import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakeGitlab } from '../../packages/targets/src/fixtures/fake-forge.ts';
import { COMMAND } from '../stories/story.ts';
import { shop } from './project.ts';

/** Rules that ask for a metric nobody declares. */
const ODD = `import { alert, group, promql, rules } from '@binnacle/builders';
import shop from '../services/shop.ts';

const expr = promql\`rate(shop_http_requets_total[5m]) > 1\`;
export default rules(shop, [group('odd', {}, [alert('Odd', { expr, severity: 'page', summary: 'Odd.' })])], { name: 'odd' });`;

const isBuilt = existsSync(new URL('../dist/main.js', `file://${COMMAND}`));

test.skipIf(!isBuilt)(
  'a merge request of GitLab: a note, and a code quality report (it needs `npm run build`)',
  async () => {
    const gitlab = await fakeGitlab();
    const repository = shop({ grafana: 'https://grafana.example.com' });
    const base = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '-qb', 'change');
    repository.edit('services/shop.ts', "owner: 'shop-team'", "owner: 'web-team'");
    repository.write(
      'rules/odd.ts',
      `${ODD}
`,
    );
    repository.commit('A change');
    const env = {
      ...process.env,
      GITHUB_ACTIONS: '',
      GITLAB_CI: 'true',
      CI_API_V4_URL: gitlab.url,
      CI_PROJECT_ID: '7',
      CI_MERGE_REQUEST_IID: '4',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_JOB_URL: 'https://gitlab.example.com/jobs/3',
      GITLAB_TOKEN: 'gl-token',
    };
    const run = (): Promise<string> =>
      new Promise((resolve) => {
        execFile(process.execPath, [COMMAND, 'ci'], { cwd: repository.folder, env }, (_error, stdout, stderr) => {
          resolve(stdout + stderr);
        });
      });
    const log = await run();
    await run();
    await gitlab.close();
    expect(log).toContain('since main');
    expect(gitlab.entries.map(({ thread }) => thread)).toEqual(['merge_requests 4']);
    expect(gitlab.entries[0]?.body).toContain('owner shop-team → web-team');
    expect(gitlab.entries[0]?.body).toContain('[this run](https://gitlab.example.com/jobs/3)');
    const report = repository.read('binnacle-report/code-quality.json');
    repository.remove();
    expect(report).toMatch(/"check_name": "contracts\/[\w-]+"/);
    expect(report).toMatch(/"fingerprint": "[\da-f]{64}"/);
    expect(report).toMatch(/"path": "rules\/odd\.ts",\s+"lines": \{\s+"begin": 4/);
  },
);
