import type { CiReporter } from '../../ci/ci-report.ts';
import { outcomeText } from '../../push/outcomes.ts';
import { painter } from '../../terminal.ts';
import { entryLines } from '../entries/text.ts';
import { findingLines } from '../finding-lines.ts';
import { planReporters } from '../plan/index.ts';
import { systemsText } from '../plan/text.ts';
import { digestText } from '../plan/words.ts';
import { headline, picturesText, sinceText } from './words.ts';

/** For the log of a job. */
export const text: CiReporter = (report) => {
  const { review, plan, pushed, refused, bundle } = report;
  const paint = painter(process.stdout);
  const since = sinceText(report);
  const lines = [`${headline(report)}${since === undefined ? '' : ` ${paint('dim', `(${since})`)}`}`];
  if (review !== undefined) {
    const { fresh, fixed } = review.findings;
    if (review.unread !== undefined) lines.push(review.unread);
    const entries = entryLines(review.entries, { paint, isVerbose: false });
    if (entries.length > 0) lines.push('', ...entries);
    if (fresh.length > 0) lines.push('', paint('bold', 'new findings'), ...findingLines(fresh, paint));
    if (fixed.length > 0) lines.push('', paint('bold', 'fixed findings'), ...findingLines(fixed, paint));
  }
  if (refused !== undefined) lines.push('', ...findingLines(refused, paint));
  if (plan !== undefined) {
    // The first line holds the summary of a plan that was not carried out.
    const shown = pushed === undefined ? systemsText(plan, paint) : planReporters.text(plan, paint).trimEnd();
    lines.push('', shown, digestText(plan));
  }
  if (pushed !== undefined) lines.push('', outcomeText(pushed, paint).trimEnd());
  const pictures = picturesText(report);
  if (pictures !== undefined) lines.push('', pictures);
  if (bundle !== undefined) lines.push('', `bundle ${bundle.file}`, `digest ${bundle.digest}`);
  return `${lines.join('\n')}\n`;
};
