import { appendFileSync } from 'node:fs';
import type { Diagnostic } from '@binnacle/model';
import { createProgress } from '../progress.ts';
import { ciReporters } from '../reporters/ci/index.ts';
import { annotations } from '../reporters/github.ts';
import { gitlab } from '../reporters/gitlab.ts';
import { sarifText } from '../reporters/sarif.ts';
import { painter } from '../terminal.ts';
import type { CiFlags } from './ci-flags.ts';
import type { CiReport } from './ci-report.ts';
import { outputsOf, writeOutputs } from './outputs.ts';
import { post } from './post.ts';
import { writeReportFile } from './report-folder.ts';
import type { Surroundings } from './surroundings/surroundings.ts';

/** What is to be marked on the lines of a request: what it brings, and every error. */
function marked({ review }: CiReport): readonly Diagnostic[] {
  if (review === undefined) return [];
  const { fresh, standing } = review.findings;
  return [...fresh, ...standing.filter(({ severity }) => severity === 'error')];
}

/** The whole report, for people and for programs. */
function writeFolder(report: CiReport, folder: string, runUrl: string | undefined): void {
  const limits = runUrl === undefined ? {} : { runUrl };
  writeReportFile(folder, 'report.md', ciReporters.markdown(report, { ...limits, folder }));
  writeReportFile(folder, 'report.json', ciReporters.json(report, limits));
  if (report.review === undefined) return;
  const { fresh, standing } = report.review.findings;
  writeReportFile(folder, 'report.sarif', sarifText([...fresh, ...standing]));
  writeReportFile(folder, 'code-quality.json', gitlab([...fresh, ...standing]));
}

/** Brings a report to everywhere it belongs: files, the log, annotations, the job's summary, a comment or issue, outputs. */
export async function deliver(report: CiReport, flags: CiFlags, surroundings: Surroundings): Promise<void> {
  const { summary, outputFile, runUrl } = surroundings;
  writeFolder(report, flags.report, runUrl);
  process.stdout.write(ciReporters[flags.json === true ? 'json' : 'text'](report, {}));
  if (surroundings.annotations === 'github' && flags.json !== true) process.stdout.write(annotations(marked(report)));
  if (summary !== undefined) {
    const whole = `The whole report is in \`${flags.report}\`.`;
    appendFileSync(summary.file, ciReporters.markdown(report, { bytes: summary.bytes, whole }));
  }
  const progress = createProgress(process.stderr, painter(process.stderr));
  const posted = await post(report, flags, {
    surroundings,
    onWait: progress.show,
    warn: (text) => process.stderr.write(`warning: ${text}\n`),
  });
  progress.clear();
  if (outputFile !== undefined) writeOutputs(outputFile, outputsOf(report, { posted, folder: flags.report }));
}
