import type { Diagnostic } from '@binnacle/model';
import type { CiReport, CiReporter } from '../../ci/ci-report.ts';
import type { Pushed } from '../../push/outcomes.ts';
import { type Section, withinBudget } from '../budget.ts';
import { escapeMarkdown } from '../entries/escape.ts';
import { entrySections } from '../entries/markdown.ts';
import { findingList } from '../finding-list.ts';
import { planSections } from '../plan/markdown.ts';
import { albumSections } from './album.ts';
import { headline, picturesText, sinceText } from './words.ts';

/** Names of the modes in a heading; a review of the code needs none. */
const TITLES = { apply: ' · push', check: '', drift: ' · drift', plan: ' · plan' } as const;

function findings(title: string, list: readonly Diagnostic[]): Section[] {
  if (list.length === 0) return [];
  return [{ whole: `#### ${title}\n\n${findingList(list)}`, short: `#### ${title}\n\n${list.length} in all` }];
}

function fixed(list: readonly Diagnostic[]): Section[] {
  if (list.length === 0) return [];
  const title = `${list.length} fixed finding${list.length === 1 ? '' : 's'}`;
  const whole = `<details><summary>${title}</summary>\n\n${findingList(list)}\n\n</details>`;
  return [{ whole, short: title }];
}

function withFix(message: string, fix: string | undefined): string {
  return escapeMarkdown(fix === undefined ? message : `${message} — ${fix}`);
}

/** What was not done, and what a system said besides. */
function pushedSections({ environment, system, outcomes, withheld, notes, problems }: Pushed): Section[] {
  const lines = [
    ...problems.map(({ message, fix }) => `- **error** ${withFix(message, fix)}`),
    ...outcomes.flatMap(({ step, result, messages, fix }) =>
      result === 'done' && messages.length === 0
        ? []
        : [`- **${result === 'done' ? 'warning' : result}** \`${step.id}\`: ${withFix(messages.join('; '), fix)}`],
    ),
    ...withheld.map(
      ({ change, why, fix, isFailure }) =>
        `- **${isFailure ? 'not written' : 'left'}** \`${change.id}\`: ${withFix(why, fix)}`,
    ),
    ...notes.map((note) => `- ${escapeMarkdown(note)}`),
  ];
  if (lines.length === 0) return [];
  const title = `### ${escapeMarkdown(environment)} · ${escapeMarkdown(system)}: what was not done`;
  return [{ whole: `${title}\n\n${lines.join('\n')}`, short: `${title}\n\n${lines.length} in all` }];
}

function sections({ review, plan, pushed = [], refused = [] }: CiReport): Section[] {
  const { fresh, fixed: gone } = review?.findings ?? { fresh: [], fixed: [] };
  return [
    ...findings('Errors', refused),
    ...findings('New findings', fresh),
    ...entrySections(review?.entries ?? []),
    ...pushed.flatMap(pushedSections),
    ...(plan === undefined ? [] : planSections(plan)),
    ...fixed(gone),
  ];
}

/** Digests and where the rest is, small. */
function footer({ bundle, plan }: CiReport, runUrl: string | undefined): string {
  const parts = [
    ...(bundle === undefined ? [] : [`bundle \`${bundle.digest}\``]),
    ...(plan?.digest === undefined ? [] : [`plan \`${plan.digest}\``]),
    ...(runUrl === undefined ? [] : [`[this run](${runUrl})`]),
  ];
  return parts.length === 0 ? '' : `\n<sub>${parts.join(' · ')}</sub>\n`;
}

/** For a comment, an issue or a job summary: one line of summary, then what may wake somebody, within a number of bytes. */
export const markdown: CiReporter = (report, { bytes, whole, runUrl, folder }) => {
  const since = sinceText(report);
  const { unread } = report.review ?? {};
  const pictures = picturesText(report);
  const album = folder === undefined ? [] : albumSections(report, folder);
  const head = [
    `### Binnacle · ${escapeMarkdown(report.project)}${TITLES[report.mode]}`,
    `**${escapeMarkdown(headline(report))}**${since === undefined ? '' : ` (${escapeMarkdown(since)})`}`,
    ...(unread === undefined ? [] : [escapeMarkdown(unread)]),
    ...(pictures === undefined ? [] : [escapeMarkdown(pictures)]),
    ...album,
  ].join('\n\n');
  const end = footer(report, runUrl);
  const budget = {
    ...(bytes !== undefined && { bytes: bytes - Buffer.byteLength(end) }),
    ...(whole !== undefined && { note: whole }),
  };
  return `${withinBudget(head, sections(report), budget)}${end}`;
};
