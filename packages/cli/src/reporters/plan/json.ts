import type { PlanReporter } from '../../plan-report.ts';
import { summary } from './words.ts';

/** Raised when a field changes its meaning or goes away. */
const FORMAT = 1;

/** For programs: the whole plan, without the contents of the resources. */
export const json: PlanReporter = (report) => {
  const systems = report.systems.map(({ changes, impacts, ...system }) => ({
    ...system,
    changes: changes.map(({ id, verdict, differences, live }) => ({
      id,
      verdict,
      differences,
      ...(impacts?.[id] !== undefined && { impact: impacts[id] }),
      ...(live?.manager !== undefined && { manager: live.manager }),
    })),
  }));
  return `${JSON.stringify({ format: FORMAT, ...report, systems, summary: summary(report) }, null, 2)}\n`;
};
