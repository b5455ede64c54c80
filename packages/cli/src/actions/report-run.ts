import { type ReportFormat, reporters } from '../reporters/index.ts';
import { type Report, severities } from '../report.ts';
import { EXIT } from '../exit-code.ts';
import { columnsOf, painter } from '../terminal.ts';

/** The flags every command that reports takes. */
export interface ReportFlags {
  readonly json?: boolean;
  /** Default: `text`, or `json` with `json`. */
  readonly format?: ReportFormat;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Writes a report to standard output and returns the exit code that follows from it. */
export function reportRun(report: Report, flags: ReportFlags): number {
  const { json = false, quiet, verbose, format = json ? 'json' : 'text' } = flags;
  const detail = quiet === true ? 'quiet' : verbose === true ? 'verbose' : 'normal';
  const milliseconds = performance.now();
  const text = reporters[format](report, {
    paint: painter(process.stdout),
    detail,
    milliseconds,
    columns: columnsOf(process.stdout),
  });
  process.stdout.write(text);
  return severities(report.findings).error > 0 ? EXIT.findings : EXIT.clean;
}
