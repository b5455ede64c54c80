import { summaryText } from '@binnacle/model';
import type { DiffReporter } from '../../diff/diff-report.ts';
import { entryLines } from '../entries/text.ts';

/** For a terminal: the summary first, then what changed, service by service. */
export const text: DiffReporter = ({ base, summary, entries }, presentation) => {
  const against = presentation.paint('dim', `(since ${base.name}, ${base.commit.slice(0, 12)})`);
  const lines = entryLines(entries, presentation);
  return `${[`${summaryText(summary)} ${against}`, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n')}\n`;
};
