import type { Diagnostic } from '@binnacle/model';
import { type Reporter, severities } from '../report.ts';

const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const;
/** GitHub shows ten annotations of a level a step and drops the rest without a word. */
const MOST = 10;

/** A value in a workflow command. Source: GitHub's documentation of workflow commands. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function annotation({ rule, severity, message, subject, fix, origin }: Diagnostic): string {
  const place =
    origin === undefined
      ? ''
      : `file=${property(origin.file)},line=${Math.max(origin.line, 1)},col=${Math.max(origin.column, 1)},`;
  const text = `${subject === undefined ? '' : `${subject}: `}${message}${fix === undefined ? '' : `\nfix: ${fix}`}`;
  return `::${COMMAND[severity]} ${place}title=${property(rule)}::${data(text)}`;
}

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** An error without a place. */
export function errorAnnotation(text: string): string {
  return `::error title=binnacle::${data(text)}\n`;
}

/** Workflow commands that mark findings on their lines, the gravest first, as many as GitHub shows. */
export function annotations(
  findings: readonly Diagnostic[],
  levels: readonly Diagnostic['severity'][] = ['error', 'warning'],
): string {
  const lines = levels.flatMap((level) => {
    const own = findings.filter(({ severity }) => severity === level);
    if (own.length <= MOST) return own.map(annotation);
    const rest = own.length - (MOST - 1);
    return [
      ...own.slice(0, MOST - 1).map(annotation),
      `::${COMMAND[level]} title=binnacle::and ${rest} more: see the log`,
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** For the log of a job of GitHub Actions: an annotation on each line. */
export const github: Reporter = ({ findings }, { detail }) => {
  const counts = severities(findings);
  const summary = [plural(counts.error, 'error'), plural(counts.warning, 'warning'), plural(counts.info, 'note')];
  const levels = detail === 'verbose' ? (['error', 'warning', 'info'] as const) : (['error', 'warning'] as const);
  return `${annotations(findings, levels)}${summary.join(', ')}\n`;
};
