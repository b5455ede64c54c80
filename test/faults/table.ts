import { type Fault, FAULTS } from './proxy.ts';

/** What one fault did to one system. */
export interface Tried {
  readonly name: string;
  readonly fault: Fault;
  /** Requests it was to strike. */
  planned: number;
  /** Requests it struck. */
  struck: number;
  /** Those of them after which the same push left what is right. */
  overcome: number;
}

const WORDS: Readonly<Record<Fault, string>> = {
  error: '500',
  'error after': '500, yet done',
  'too many': '429, Retry-After',
  timeout: 'no answer',
  truncated: 'half an answer',
  'lost before': 'reset before',
  'lost after': 'reset after',
  'killed before': 'killed before',
  'killed after': 'killed after',
};

/** The table of a run as Markdown: the requests struck per system and fault. */
export function faultTable(tried: readonly Tried[]): string {
  const names = [...new Set(tried.map(({ name }) => name))].toSorted();
  const faults = FAULTS.filter((fault) => tried.some((one) => one.fault === fault));
  const cell = (name: string, fault: Fault): string => {
    const found = tried.find((one) => one.name === name && one.fault === fault);
    return found === undefined ? '' : `${found.struck}`;
  };
  const rows = [
    ['system', ...faults.map((fault) => WORDS[fault])],
    ...names.map((name) => [name, ...faults.map((fault) => cell(name, fault))]),
  ];
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, i) => text.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows.map(line);
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}
