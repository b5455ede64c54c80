import { type Reporter, severities } from '../report.ts';

/** Raised when a field changes its meaning or goes away. */
const FORMAT = 1;

/** For programs: the whole report as one JSON document. */
export const json: Reporter = (report, { milliseconds }) => {
  const { error, warning, info } = severities(report.findings);
  const whole = {
    format: FORMAT,
    ok: error === 0,
    ...report,
    summary: { errors: error, warnings: warning, infos: info },
    milliseconds: Math.round(milliseconds),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
};
