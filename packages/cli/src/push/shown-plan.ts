import type { PlanReport, SystemPlan } from '../plan-report.ts';
import { planReporters } from '../reporters/plan/index.ts';
import { digestText } from '../reporters/plan/words.ts';
import type { Paint } from '../terminal.ts';

/** How a plan is asked for. */
export interface PlanFormat {
  readonly json?: boolean;
  readonly markdown?: boolean;
  /** Only what there is something to do about. */
  readonly quiet?: boolean;
}

function isTelling({ changes, findings, problem }: SystemPlan): boolean {
  return changes.length + findings.length > 0 || problem !== undefined;
}

/** What `plan` and `drift` write to standard output; empty when a quiet one has nothing to say. */
export function shownPlan(report: PlanReport, { json, markdown, quiet }: PlanFormat, paint: Paint): string {
  if (json === true) return planReporters.json(report, paint);
  const systems = quiet === true ? report.systems.filter(isTelling) : report.systems;
  if (quiet === true && systems.length === 0) return '';
  const told = { ...report, systems };
  if (markdown === true) return planReporters.markdown(told, paint);
  const text = planReporters.text(told, paint);
  return report.command === 'plan' ? `${text}\n${digestText(report)}\n` : text;
}
