import { summaryText } from '@binnacle/model';
import type { DiffReport, DiffReporter } from '../../diff/diff-report.ts';
import { type Budget, withinBudget } from '../budget.ts';
import { entrySections } from '../entries/markdown.ts';
import { escapeMarkdown } from '../entries/escape.ts';

/** A diff as Markdown within a number of bytes: the summary line, then a section a service. */
export function diffMarkdown({ base, summary, entries }: DiffReport, budget: Budget = {}): string {
  const since = `${escapeMarkdown(base.name)}, ${base.commit.slice(0, 12)}`;
  return withinBudget(`**${summaryText(summary)}** (since ${since})`, entrySections(entries), budget);
}

/** For a comment or a job summary. */
export const markdown: DiffReporter = (report) => diffMarkdown(report);
