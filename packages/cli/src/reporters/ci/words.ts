import { basename } from 'node:path';
import { summaryText } from '@binnacle/model';
import type { CiReport } from '../../ci/ci-report.ts';
import { outcomeSummary } from '../../push/outcomes.ts';
import { severities } from '../../report.ts';
import { summary as planSummary } from '../plan/words.ts';

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2 new findings (1 error), 1 fixed, 14 as before`; undefined when there are none at all. */
function findingsText({ review }: CiReport): string | undefined {
  if (review === undefined) return undefined;
  const { fresh, fixed, standing } = review.findings;
  if (fresh.length + fixed.length + standing.length === 0) return undefined;
  const { error } = severities(fresh);
  const errors = error === 0 ? '' : ` (${counted(error, 'error')})`;
  const old = severities(standing).error;
  return [
    fresh.length === 0 ? 'no new findings' : `${counted(fresh.length, 'new finding')}${errors}`,
    ...(fixed.length > 0 ? [`${fixed.length} fixed`] : []),
    ...(standing.length > 0 ? [`${standing.length} as before${old === 0 ? '' : ` (${counted(old, 'error')})`}`] : []),
  ].join(', ');
}

/** `12 rule tests passed`; undefined where there are none. */
function testsText({ review }: CiReport): string | undefined {
  const { tests, passed } = review?.tests ?? { tests: 0, passed: 0 };
  if (tests === 0) return undefined;
  return passed === tests
    ? `${counted(tests, 'rule test')} passed`
    : `${tests - passed} of ${counted(tests, 'rule test')} failed`;
}

/** What became of what runs, in one line. */
function liveText({ mode, plan, pushed, refused }: CiReport): string | undefined {
  if (refused !== undefined) return `${counted(refused.length, 'error')} in what is declared: nothing was compared`;
  if (pushed !== undefined) return `pushed: ${outcomeSummary(pushed)}`;
  if (plan === undefined) return undefined;
  return `${mode === 'drift' ? 'drift' : 'a push would do'}: ${planSummary(plan)}`;
}

/** A run in one line, what changes first. */
export function headline(report: CiReport): string {
  const { review } = report;
  const change = review === undefined ? undefined : summaryText(review.summary);
  return [change, findingsText(report), testsText(report), liveText(report)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** `(since main, 0123456789ab)`. */
export function sinceText({ review }: CiReport): string | undefined {
  if (review === undefined) return undefined;
  const { base } = review;
  return base === undefined ? 'compared with nothing before it' : `since ${base.name}, ${base.commit.slice(0, 12)}`;
}

/** Where changed dashboards are drawn, and why others are not; undefined where none was to be. */
export function picturesText({ pictures }: CiReport): string | undefined {
  if (pictures === undefined) return undefined;
  const { drawn, missing } = pictures;
  const [first] = drawn;
  const folder = first?.file.slice(0, -'/'.length - basename(first.file).length);
  const dashboards = new Set(drawn.map(({ uid }) => uid)).size;
  const parts = [
    ...(first === undefined ? [] : [`pictures of ${counted(dashboards, 'changed dashboard')} in ${folder}`]),
    ...(missing === undefined ? [] : [first === undefined ? `no pictures: ${missing}` : missing]),
  ];
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** True when a run found nothing that somebody should look at. */
export function isQuiet({ review, plan, pushed, refused, exitCode }: CiReport): boolean {
  if (exitCode !== 0 || refused !== undefined || pushed !== undefined) return false;
  const isSame =
    review === undefined || review.entries.length + review.findings.fresh.length + review.findings.fixed.length === 0;
  return (
    isSame &&
    (plan === undefined || plan.systems.every(({ changes, problem }) => changes.length === 0 && problem === undefined))
  );
}
