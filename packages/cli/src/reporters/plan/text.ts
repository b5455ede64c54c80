import type { Verdict } from '@binnacle/model';
import type { PlanReporter, SystemPlan } from '../../plan-report.ts';
import type { Paint, Style } from '../../terminal.ts';
import { differenceLine, noteOf, summary, VERDICTS } from './words.ts';

const STYLE: Readonly<Partial<Record<Verdict, Style>>> = {
  create: 'green',
  update: 'yellow',
  delete: 'red',
  drifted: 'red',
  conflict: 'red',
};
/** Differences of one resource that are listed; the rest is counted. */
const MOST_DIFFERENCES = 20;

function systemLines({ environment, destination, system, changes, problem }: SystemPlan, paint: Paint): string[] {
  const title = paint('bold', `${environment} · ${problem === undefined ? system : destination}`);
  if (problem !== undefined) {
    const fix = problem.fix === undefined ? [] : [`  fix: ${problem.fix}`];
    return [title, `  ${paint('red', `not reached: ${problem.message}`)}`, ...fix];
  }
  const lines = changes.flatMap((change) => {
    const { id, verdict, differences } = change;
    const style = STYLE[verdict];
    const head = `${VERDICTS[verdict].sign} ${id}`;
    const note = noteOf(change);
    const shown = differences.slice(0, MOST_DIFFERENCES).map((one) => `      ${differenceLine(one)}`);
    const rest = differences.length - shown.length;
    return [
      `  ${style === undefined ? head : paint(style, head)}${note === '' ? '' : `  ${paint('dim', note)}`}`,
      ...shown,
      ...(rest > 0 ? [`      and ${rest} more (--json shows all)`] : []),
    ];
  });
  return [title, ...(lines.length === 0 ? [paint('dim', '  nothing to do')] : lines)];
}

/** For a terminal: the summary first, then each system with its changes. */
export const text: PlanReporter = (report, paint) => {
  const systems = report.systems.map((system) => systemLines(system, paint).join('\n'));
  return `${report.command}: ${summary(report)}\n\n${systems.join('\n\n')}\n`;
};
