import type { PlanReport, PlanReporter } from '../../plan-report.ts';
import { summary } from './words.ts';

/** Raised when a field changes its meaning or goes away. */
const FORMAT = 1;

/** The whole plan as data, without the contents of the resources. */
export function planJson(report: PlanReport): unknown {
  const systems = report.systems.map(({ changes, impacts, ...system }) => ({
    ...system,
    changes: changes.map(({ id, verdict, differences, live }) => ({
      id,
      verdict,
      differences,
      ...(impacts?.[id] !== undefined && { impact: impacts[id] }),
      ...(live?.manager !== undefined && { manager: live.manager }),
      ...(live?.edited !== undefined && { edited: live.edited }),
    })),
  }));
  return { format: FORMAT, ...report, systems, summary: summary(report) };
}

/** For programs. */
export const json: PlanReporter = (report) => `${JSON.stringify(planJson(report), null, 2)}\n`;
