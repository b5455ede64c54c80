import { type Entry, entryRank } from '../../diff/entry.ts';
import type { Section } from '../budget.ts';
import { escapeHtml, escapeMarkdown, fenced } from './escape.ts';
import { byService, type ServiceEntries } from './services.ts';
import { impactLines, type Line, linesOf, nameInWords, noteOf, VERDICTS } from './words.ts';

function showLine({ sign, subject, texts }: Line): string {
  const name = subject === undefined ? '' : `**${escapeMarkdown(subject)}**: `;
  return `- \`${sign}\` ${name}${texts.map(escapeMarkdown).join('; ')}`;
}

function head(entry: Entry): string {
  const { id, verdict, title } = entry;
  const notes = [...(title === undefined ? [] : [title]), noteOf(entry)].filter((text) => text !== '');
  const name = `<code>${escapeHtml(`${VERDICTS[verdict].sign} ${nameInWords(id)}`)}</code>`;
  return notes.length === 0 ? name : `${name} ${escapeHtml(notes.join(' · '))}`;
}

function showEntry(entry: Entry): string {
  const { differences, impact, sketch } = entry;
  const body = [
    linesOf(differences).map(showLine).join('\n'),
    ...(impact === undefined ? [] : impactLines(impact).map((line) => `→ ${escapeMarkdown(line)}`)),
    ...(sketch === undefined ? [] : [fenced(sketch)]),
  ].filter((part) => part !== '');
  if (body.length === 0) return `- ${head(entry)}`;
  // What may wake somebody is not folded away.
  const open = entryRank(entry) === 0 ? ' open' : '';
  return `<details${open}><summary>${head(entry)}</summary>\n\n${body.join('\n\n')}\n\n</details>`;
}

function heading({ service, team }: ServiceEntries): string {
  if (service === undefined) return '#### Of no service\n\n';
  return `#### ${escapeMarkdown(service)}${team === undefined ? '' : ` · ${escapeMarkdown(team)}`}\n\n`;
}

/** Entries as Markdown, a section each, with the service above the first of its own: whole, and in short for where there is no room. */
export function entrySections(entries: readonly Entry[]): Section[] {
  const services = byService(entries);
  const isPlain = services.length === 1 && services[0]?.service === undefined;
  return services.flatMap((service) =>
    service.entries.map((entry, index) => {
      const top = isPlain || index > 0 ? '' : heading(service);
      return { whole: `${top}${showEntry(entry)}`, short: `${top}- ${head(entry)}` };
    }),
  );
}
