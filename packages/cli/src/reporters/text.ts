import type { Diagnostic } from '@binnacle/model';
import {
  type BuiltEnvironment,
  type Counts,
  type Presentation,
  type Report,
  type Reporter,
  severities,
  type TestCounts,
} from '../report.ts';
import { type Entry, withoutRepetition } from './alike.ts';
import { showEntries } from './finding-lines.ts';

/** Problems a build shows one by one; `check` shows them all. */
const MOST_OF_BUILD = 40;

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function counted({ dashboards, alerts, records, services, healthChecks, objectives }: Counts): string {
  return [
    plural(dashboards, 'dashboard'),
    plural(alerts, 'alert'),
    plural(records, 'record'),
    plural(services, 'service'),
    ...(healthChecks === undefined ? [] : [plural(healthChecks, 'health check')]),
    ...(objectives === undefined ? [] : [plural(objectives, 'SLO')]),
  ].join(', ');
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function problemLine(findings: readonly Diagnostic[], { paint, detail }: Presentation): string {
  const { error, warning, info } = severities(findings);
  const how = detail === 'verbose' ? '' : `: -v shows ${info === 1 ? 'it' : 'them'}`;
  const notes = info > 0 ? ` (and ${plural(info, 'note')}${how})` : '';
  if (error + warning === 0) return `${paint('green', 'no problems')}${notes}`;
  const parts = [
    ...(error > 0 ? [paint('red', plural(error, 'error'))] : []),
    ...(warning > 0 ? [paint('yellow', plural(warning, 'warning'))] : []),
  ];
  const problems = findings.filter(({ severity }) => severity !== 'info');
  const files = new Set(problems.map(({ origin }) => origin?.file)).size;
  return `${parts.join(', ')} in ${plural(files, 'file')}${notes}`;
}

function builtLine({ name, files, created, changed, removed, ...counts }: BuiltEnvironment): string {
  const changes = [
    ...(created > 0 ? [`${created} created`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ];
  return `${name}: ${counted(counts)} → ${plural(files, 'file')} (${changes.join(', ') || 'unchanged'})`;
}

/** All findings, or the worst of them in the order of their files. */
function selection(entries: readonly Entry[], isShort: boolean): readonly Entry[] {
  if (!isShort || entries.length <= MOST_OF_BUILD) return entries;
  const errors = entries.filter(({ finding }) => finding.severity === 'error');
  return (errors.length > 0 ? errors : entries).slice(0, MOST_OF_BUILD);
}

function testsLine({ files, tests, passed }: TestCounts): string {
  const where = `in ${plural(files, 'file')}`;
  return passed === tests
    ? `${plural(tests, 'test')} passed ${where}`
    : `${passed} of ${plural(tests, 'test')} passed ${where}`;
}

function outcome({ command, built, counts, definitions, environments, tests, outcome: came }: Report): string {
  if (came !== undefined) return came;
  if (tests !== undefined) return `${testsLine(tests)} for ${environments.join(', ')}`;
  if (built !== undefined) {
    const isSame =
      built.removed === 0 && built.environments.every((made) => made.created + made.changed + made.removed === 0);
    return isSame ? `${built.out} is up to date` : `wrote ${built.out}`;
  }
  const made = `${counted(counts)} from ${plural(definitions, 'file')} for ${environments.join(', ')}`;
  return command === 'build' ? `nothing was written; ${made}` : made;
}

function total(entries: readonly Entry[]): number {
  return entries.reduce((sum, { more }) => sum + 1 + more, 0);
}

/** For people: findings with carets under the query, file by file, and what was done in one line each. */
export const text: Reporter = (report, presentation) => {
  const { paint, detail, milliseconds } = presentation;
  const { findings, built } = report;
  const wanted =
    detail === 'verbose'
      ? findings.map((finding): Entry => ({ finding, more: 0 }))
      : withoutRepetition(findings.filter(({ severity }) => severity !== 'info'));
  const shown = selection(wanted, report.command === 'build' && detail !== 'verbose');
  const lines = showEntries(shown, paint, presentation.columns);
  if (shown.length < wanted.length) {
    lines.push('', paint('dim', `… and ${total(wanted) - total(shown)} more: run \`binnacle check\` to see them all`));
  }
  if (detail !== 'quiet') {
    if (lines.length > 0) lines.push('');
    lines.push(...(built?.environments.map(builtLine) ?? []));
    if (built !== undefined && built.removed > 0) {
      lines.push(`${plural(built.removed, 'file')} of environments that are gone removed`);
    }
    lines.push(
      `${problemLine(findings, presentation)} · ${outcome(report)} ${paint('dim', `(${duration(milliseconds)})`)}`,
    );
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
};
