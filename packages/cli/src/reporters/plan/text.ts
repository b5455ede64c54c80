import type { PlanReport, PlanReporter, SystemPlan } from '../../plan-report.ts';
import type { Paint } from '../../terminal.ts';
import { entryLines } from '../entries/text.ts';
import { findingLines } from '../finding-lines.ts';
import { entriesOf, summary } from './words.ts';

function systemLines(plan: SystemPlan, paint: Paint): string[] {
  const { environment, destination, system, problem } = plan;
  const title = paint('bold', `${environment} · ${problem === undefined ? system : destination}`);
  if (problem !== undefined) {
    const fix = problem.fix === undefined ? [] : [`  fix: ${problem.fix}`];
    return [title, `  ${paint('red', `not reached: ${problem.message}`)}`, ...fix];
  }
  const entries = entryLines(entriesOf(plan), { paint, isVerbose: false });
  const said = findingLines(plan.findings, paint).flatMap((finding) => finding.split('\n'));
  const lines = [...(entries.length === 0 ? [paint('dim', 'nothing to do')] : entries), ...said];
  return [title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

/** Each system with its changes, without the summary. */
export function systemsText({ systems }: PlanReport, paint: Paint): string {
  return systems.map((system) => systemLines(system, paint).join('\n')).join('\n\n');
}

/** For a terminal: the summary first, then each system with its changes. */
export const text: PlanReporter = (report, paint) => {
  return `${report.command}: ${summary(report)}\n\n${systemsText(report, paint)}\n`;
};
