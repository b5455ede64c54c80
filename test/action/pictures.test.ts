import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { canBrowse } from '../../packages/preview/src/fixtures/chromium.ts';
import { COMMAND } from '../stories/story.ts';
import { use, type Used } from './action.ts';
import { type Repository, shop } from './project.ts';

const isBuilt = existsSync(new URL('../../preview/dist/page/index.html', `file://${COMMAND}`));
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** A change that is seen: the panels are of all routes together. */
const ungrouped = ({ edit }: Repository): void => edit('dashboards/shop.ts', "by: ['route']", '');

describe.skipIf(!isBuilt)('pictures of changed dashboards (they need `npm run build`)', () => {
  const opened: Repository[] = [];
  afterEach(() => {
    for (const repository of opened.splice(0)) repository.remove();
  });

  function review(change: (repository: Repository) => void, env: Readonly<Record<string, string>> = {}): Promise<Used> {
    const repository = shop({ grafana: 'http://127.0.0.1:9' });
    opened.push(repository);
    repository.git('checkout', '-qb', 'change');
    change(repository);
    repository.commit('A change');
    const inputs = { base: 'main', comment: 'never', pictures: 'true' };
    return use({ workspace: repository.folder, inputs, env });
  }
  const pictures = (): string => join(opened[0]?.folder ?? '', 'binnacle-report/pictures');

  test.skipIf(!canBrowse)('one changed dashboard is drawn, dark and light (it needs a Chromium)', async () => {
    const { code, log, summary } = await review(ungrouped);
    expect(code).toBe(0);
    expect(readdirSync(pictures()).toSorted()).toEqual(['shop-traffic.dark.png', 'shop-traffic.light.png']);
    const [dark, light] = ['dark', 'light'].map((theme) => readFileSync(join(pictures(), `shop-traffic.${theme}.png`)));
    expect([dark?.subarray(0, 4), light?.subarray(0, 4)]).toEqual([PNG, PNG]);
    expect(dark?.equals(light ?? PNG)).toBe(false);
    const words = 'pictures of 1 changed dashboard in binnacle-report/pictures';
    expect(log).toContain(words);
    expect(summary).toContain(words);
    const whole = readFileSync(join(pictures(), '../report.md'), 'utf8');
    for (const theme of ['dark', 'light']) expect(whole).toContain(`](pictures/shop-traffic.${theme}.png)`);
    expect(summary).not.toContain('![');
  });

  test('no dashboard looks different: nothing is drawn, and no Chromium is asked for', async () => {
    const { code, log } = await review(
      ({ edit }) => edit('services/shop.ts', "owner: 'shop-team'", "owner: 'web-team'"),
      {
        CHROME_PATH: '/nowhere/chromium',
      },
    );
    expect(code).toBe(0);
    expect(log).not.toContain('pictures');
  });

  test('without a Chromium the review stands, and says so', async () => {
    const { code, log, summary } = await review(ungrouped, { CHROME_PATH: '/nowhere/chromium' });
    expect(code).toBe(0);
    expect(existsSync(pictures())).toBe(false);
    expect(log).toContain(
      'no pictures: CHROME_PATH names /nowhere/chromium, which cannot be run (correct it, or leave it unset)',
    );
    expect(summary).toContain('no pictures');
  });
});
