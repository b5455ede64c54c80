import { summaryText } from '@binnacle/model';
import type { DiffReporter } from '../../diff/diff-report.ts';

/** Raised when a field changes its meaning or goes away. */
const FORMAT = 1;

/** For programs: the whole diff, without the contents of the resources. */
export const json: DiffReporter = (report) => {
  const whole = { format: FORMAT, ...report, text: summaryText(report.summary) };
  return `${JSON.stringify(whole, null, 2)}\n`;
};
