import type { CiReporter } from '../../ci/ci-report.ts';
import { planJson } from '../plan/json.ts';
import { pushedJson } from '../../push/outcomes.ts';
import { headline } from './words.ts';

/** Raised when a field changes its meaning or goes away. */
const FORMAT = 1;

/** For programs: the whole run, without the contents of the resources. */
export const json: CiReporter = (report) => {
  const { plan, pushed, ...rest } = report;
  const whole = {
    format: FORMAT,
    ...rest,
    ...(plan !== undefined && { plan: planJson(plan) }),
    ...(pushed !== undefined && { pushed: pushedJson(pushed) }),
    text: headline(report),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
};
