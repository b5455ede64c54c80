import { reporters } from '../reporters/index.ts';
import { type Report, severities } from '../report.ts';
import { EXIT } from '../exit-code.ts';
import { painter } from '../terminal.ts';

/** The flags every command that reports takes. */
export interface ReportFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Writes a report to standard output and returns the exit code that follows from it. */
export function reportRun(report: Report, { json = false, quiet, verbose }: ReportFlags): number {
  const detail = quiet === true ? 'quiet' : verbose === true ? 'verbose' : 'normal';
  const milliseconds = performance.now();
  const text = reporters[json ? 'json' : 'text'](report, { paint: painter(process.stdout), detail, milliseconds });
  process.stdout.write(text);
  return severities(report.findings).error > 0 ? EXIT.findings : EXIT.clean;
}
