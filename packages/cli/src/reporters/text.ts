import type { Diagnostic } from '@binnacle/model';
import { type BuiltEnvironment, type Counts, type Presentation, type Reporter, severities } from '../report.ts';
import { drawSnippet } from './snippet.ts';

const COLOUR = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function counted({ dashboards, alerts, records, services }: Counts): string {
  return [
    plural(dashboards, 'dashboard'),
    plural(alerts, 'alert'),
    plural(records, 'record'),
    plural(services, 'service'),
  ].join(', ');
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function showFinding(finding: Diagnostic, paint: Presentation['paint']): string {
  const { origin, severity, message, rule, resource, subject, snippet, fix } = finding;
  const place = origin === undefined ? (resource ?? 'project') : `${origin.file}:${origin.line}:${origin.column}`;
  const lines = [
    `${paint('bold', place)} ${paint(COLOUR[severity], severity)} ${message} ${paint('dim', `[${rule}]`)}`,
  ];
  const about = [resource, subject].filter((part) => part !== undefined);
  if (about.length > 0 && origin !== undefined) lines.push(`    ${paint('dim', about.join(' › '))}`);
  if (snippet !== undefined) {
    const [line, carets] = drawSnippet(snippet);
    lines.push(`    ${line}`, `    ${paint(COLOUR[severity], carets)}`);
  }
  if (fix !== undefined) lines.push(`    ${paint('green', 'fix:')} ${fix}`);
  return lines.join('\n');
}

function showFindings(findings: readonly Diagnostic[], paint: Presentation['paint']): string[] {
  return findings.flatMap((finding, index) => {
    const isNewFile = index > 0 && findings[index - 1]?.origin?.file !== finding.origin?.file;
    return isNewFile ? ['', showFinding(finding, paint)] : [showFinding(finding, paint)];
  });
}

function problemLine(findings: readonly Diagnostic[], paint: Presentation['paint']): string {
  const { error, warning, info } = severities(findings);
  const parts = [
    ...(error > 0 ? [paint('red', plural(error, 'error'))] : []),
    ...(warning > 0 ? [paint('yellow', plural(warning, 'warning'))] : []),
    ...(info > 0 ? [`${info} info`] : []),
  ];
  const files = new Set(findings.map(({ origin }) => origin?.file)).size;
  return parts.length === 0 ? paint('green', 'no findings') : `${parts.join(', ')} in ${plural(files, 'file')}`;
}

function builtLine({ name, files, created, changed, removed, ...counts }: BuiltEnvironment): string {
  const changes = [
    ...(created > 0 ? [`${created} created`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ];
  return `${name}: ${counted(counts)} → ${plural(files, 'file')} (${changes.join(', ') || 'unchanged'})`;
}

/** For people: findings with carets under the query, grouped by file, and what was done in one line each. */
export const text: Reporter = (report, { paint, quiet, milliseconds }) => {
  const { command, findings, environments, definitions, counts, built } = report;
  const shown = quiet ? findings.filter(({ severity }) => severity !== 'info') : findings;
  const lines = showFindings(shown, paint);
  if (!quiet) {
    if (lines.length > 0) lines.push('');
    if (built !== undefined) {
      lines.push(...built.environments.map(builtLine));
      if (built.removed > 0) lines.push(`${plural(built.removed, 'file')} of environments that are gone removed`);
    }
    const what =
      built === undefined
        ? `${counted(counts)} from ${plural(definitions, 'file')} for ${environments.join(', ')}`
        : `wrote ${built.out}`;
    const stopped = command === 'build' && built === undefined ? 'nothing was written; ' : '';
    lines.push(`${problemLine(findings, paint)} · ${stopped}${what} ${paint('dim', `(${duration(milliseconds)})`)}`);
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
};
