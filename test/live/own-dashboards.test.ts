import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Counted, launch, newPage, previewOf, previewReason, settled } from './previewing.ts';

/** Calm data leaves these empty: alerts that are quiet. */
const QUIET = 2;

interface Seen {
  readonly uid: string;
  readonly counts: Counted;
  readonly errors: readonly string[];
}

describe.skipIf(previewReason !== undefined)(
  `the dashboards of this repository${previewReason === undefined ? '' : ` (${previewReason})`}`,
  () => {
    const seen: Seen[] = [];
    let browser: Browser;

    beforeAll(async () => {
      browser = await launch();
      const { url, stop } = await previewOf();
      try {
        const answer = (await (await fetch(`${url}api/project`)).json()) as {
          readonly dashboards: readonly { readonly uid: string }[];
        };
        for (const { uid } of answer.dashboards) {
          // One window at a time is as fast.
          // oxlint-disable-next-line no-await-in-loop
          const { page, errors } = await newPage(browser);
          // oxlint-disable-next-line no-await-in-loop
          await page.goto(`${url}d/${encodeURIComponent(uid)}?drawAll`);
          // oxlint-disable-next-line no-await-in-loop
          seen.push({ uid, counts: await settled(page), errors });
          // oxlint-disable-next-line no-await-in-loop
          await page.close();
        }
      } finally {
        await stop();
      }
    }, 300_000);
    afterAll(() => browser?.close());

    it('open without an error of a script', () => {
      expect(seen.length).toBeGreaterThanOrEqual(11);
      expect(seen.filter(({ errors }) => errors.length > 0)).toEqual([]);
    });

    it('have no panel that fails or is refused, and next to none that is empty', () => {
      expect(seen.filter(({ counts }) => counts.failed + counts.refused > 0)).toEqual([]);
      const sum = (of: (counts: Counted) => number): number => seen.reduce((all, { counts }) => all + of(counts), 0);
      expect(sum(({ total }) => total)).toBeGreaterThanOrEqual(139);
      expect(sum(({ empty }) => empty)).toBeLessThanOrEqual(QUIET);
    });
  },
);
