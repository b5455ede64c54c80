import type { PlanReport, PlanReporter, SystemPlan } from '../../plan-report.ts';
import type { Paint } from '../../terminal.ts';
import { entryLines } from '../entries/text.ts';
import { findingLines } from '../finding-lines.ts';
import { entriesOf, nothingText, summary } from './words.ts';

function systemLines(plan: SystemPlan, report: PlanReport, paint: Paint): string[] {
  const { environment, system, problem, notes = [] } = plan;
  const title = paint('bold', `${environment} · ${system}`);
  if (problem !== undefined) {
    const fix = problem.fix === undefined ? [] : [`  fix: ${problem.fix}`];
    return [title, `  ${paint('red', `not reached: ${problem.message}`)}`, ...fix];
  }
  const entries = entryLines(entriesOf(plan, report), { paint, isVerbose: false });
  const said = findingLines(plan.findings, paint).flatMap((finding) => finding.split('\n'));
  const lines = [
    ...(entries.length === 0 ? [paint('dim', nothingText(plan, report))] : entries),
    ...said,
    ...notes.map((note) => `${paint('yellow', 'note')} ${note}`),
  ];
  return [title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

/** Each system with its changes, without the summary. */
export function systemsText(report: PlanReport, paint: Paint): string {
  return report.systems.map((system) => systemLines(system, report, paint).join('\n')).join('\n\n');
}

/** For a terminal: the summary first, then each system with its changes. */
export const text: PlanReporter = (report, paint) => {
  return `${report.command}: ${summary(report)}\n\n${systemsText(report, paint)}\n`;
};
