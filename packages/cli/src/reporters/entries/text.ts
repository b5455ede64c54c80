import type { Entry } from '../../diff/entry.ts';
import type { Paint, Style } from '../../terminal.ts';
import { byService } from './services.ts';
import { impactLines, type Line, linesOf, noteOf, VERDICTS } from './words.ts';

const STYLES: Readonly<Record<string, Style>> = { '+': 'green', '~': 'yellow', '-': 'red', '!': 'red' };
/** Lines of one resource that are shown; the rest is counted. */
const MOST_LINES = 20;
/** Width from which on what is said of a part is written one below the other. */
const WIDTH = 110;

function painted(sign: string, text: string, paint: Paint): string {
  const style = STYLES[sign];
  return style === undefined ? text : paint(style, text);
}

/** Code between backticks in a colour of its own. */
function withCode(text: string, paint: Paint): string {
  return text.replaceAll(/`[^`]*`/g, (code) => paint('cyan', code));
}

function showLine({ sign, subject, texts }: Line, indent: string, paint: Paint): string[] {
  const head = `${indent}${painted(sign, sign, paint)} `;
  const name = subject === undefined ? '' : `${paint('bold', subject)}: `;
  const joined = texts.join('; ');
  const isShort = indent.length + (subject?.length ?? 0) + joined.length < WIDTH || texts.length === 1;
  if (isShort) return [`${head}${name}${withCode(joined, paint)}`];
  return [`${head}${name.trimEnd()}`, ...texts.map((text) => `${indent}    ${withCode(text, paint)}`)];
}

function showEntry(entry: Entry, indent: string, { paint, isVerbose }: EntryPresentation): string[] {
  const { id, verdict, title, differences, impact, sketch } = entry;
  const { sign } = VERDICTS[verdict];
  const notes = [...(title === undefined ? [] : [title]), noteOf(entry)].filter((text) => text !== '');
  const head = `${indent}${painted(sign, `${sign} ${id}`, paint)}`;
  const inner = `${indent}    `;
  const lines = linesOf(differences);
  const shown = isVerbose ? lines : lines.slice(0, MOST_LINES);
  const rest = lines.length - shown.length;
  return [
    notes.length === 0 ? head : `${head}  ${paint('dim', notes.join('; '))}`,
    ...shown.flatMap((line) => showLine(line, inner, paint)),
    ...(rest > 0 ? [`${inner}${paint('dim', `and ${rest} more: --json shows all`)}`] : []),
    ...(impact === undefined ? [] : impactLines(impact).map((line) => `${inner}→ ${line}`)),
    ...(sketch !== undefined && isVerbose ? ['', ...sketch.split('\n').map((line) => `${inner}${line}`), ''] : []),
  ];
}

/** How entries are shown on a terminal. */
export interface EntryPresentation {
  readonly paint: Paint;
  /** Every line, and sketches of changed dashboards. */
  readonly isVerbose: boolean;
}

/** Entries for a terminal, under the services they belong to. */
export function entryLines(entries: readonly Entry[], presentation: EntryPresentation): string[] {
  const { paint } = presentation;
  const services = byService(entries);
  const isPlain = services.length === 1 && services[0]?.service === undefined;
  return services.flatMap(({ service, team, entries: own }, i) => {
    const owner = team === undefined ? '' : paint('dim', ` · ${team}`);
    const head = service === undefined ? paint('dim', 'of no service') : `${paint('bold', service)}${owner}`;
    const lines = own.flatMap((entry) => showEntry(entry, isPlain ? '' : '  ', presentation));
    return [...(i === 0 ? [] : ['']), ...(isPlain ? [] : [head]), ...lines];
  });
}
