import type { PlanReport, PlanReporter, SystemPlan } from '../../plan-report.ts';
import { type Budget, type Section, withinBudget } from '../budget.ts';
import { escapeMarkdown } from '../entries/escape.ts';
import { entrySections } from '../entries/markdown.ts';
import { findingList } from '../finding-list.ts';
import { entriesOf, nothingText, summary } from './words.ts';

function always(text: string): Section {
  return { whole: text, short: text };
}

function sections(plan: SystemPlan, report: PlanReport): Section[] {
  const { environment, system, changes, problem, notes = [] } = plan;
  const title = `### ${escapeMarkdown(environment)} · ${escapeMarkdown(system)}`;
  if (problem !== undefined) {
    const fix = problem.fix === undefined ? '' : `\n\nfix: ${escapeMarkdown(problem.fix)}`;
    return [always(`${title}\n\nnot reached: ${escapeMarkdown(problem.message)}${fix}`)];
  }
  const said = [
    ...(plan.findings.length === 0 ? [] : [always(findingList(plan.findings))]),
    ...notes.map((note) => always(`note: ${escapeMarkdown(note)}`)),
  ];
  if (changes.length === 0) return [always(`${title}\n\n${nothingText(plan, report)}`), ...said];
  return [always(title), ...said, ...entrySections(entriesOf(plan, report))];
}

/** A section a system with one a service below it; the summary is not among them. */
export function planSections(report: PlanReport): Section[] {
  return report.systems.flatMap((system) => sections(system, report));
}

/** A plan as Markdown within a number of bytes: the summary line, then the systems with a section a service. */
function planMarkdown(report: PlanReport, budget: Budget = {}): string {
  return withinBudget(`**${report.command}**: ${summary(report)}`, planSections(report), budget);
}

/** For a comment or a job summary. */
export const markdown: PlanReporter = (report) => planMarkdown(report);
