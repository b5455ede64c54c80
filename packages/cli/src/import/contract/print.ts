import type { LabelDomain } from '@binnacle/model';
import type { ProposedContract } from './contract.ts';

/** Columns of a line, as the project's own formatter has them. */
const WIDTH = 120;

/** Function of a builder that declares a metric of a type. */
export const BUILDERS = {
  counter: 'counter',
  gauge: 'gauge',
  histogram: 'histogram',
  'native-histogram': 'nativeHistogram',
  summary: 'summary',
  info: 'info',
} as const;

/** Characters that would break a literal, or make it look like another one. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A string literal with the quotes that need fewer escapes. */
export function quote(text: string): string {
  const mark = text.split("'").length > text.split('"').length ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replaceAll('\n', '\\n')
    .replaceAll(INVISIBLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return mark + escaped + mark;
}

/** An object key, quoted only where it must be. */
export function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

/** A number literal as formatters leave it. */
function number(value: number): string {
  return String(value).replace('e+', 'e');
}

/** Items on one line when they fit behind `before`, else one per line; numbers as many to a line as fit. */
function wrap(
  before: string,
  [open, close]: readonly [string, string],
  items: readonly string[],
  indent: string,
): string {
  const inline = `${before}${open}${items.join(', ')}${close}`;
  if (inline.length + 1 <= WIDTH) return inline;
  if (!items.every((item) => /^[-\d.e+]+$/.test(item))) {
    return `${before}${open}\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}${close}`;
  }
  const lines: string[] = [];
  for (const item of items) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + item.length + 2 <= WIDTH) lines[lines.length - 1] = `${line} ${item},`;
    else lines.push(`${indent}  ${item},`);
  }
  return `${before}${open}\n${lines.join('\n')}\n${indent}${close}`;
}

/** A property of a string; one too long for the line moves to the next, unless its key is too short to gain by it. */
function printText(name: string, value: string, indent: string): string {
  const line = `${indent}${name}: ${quote(value)},`;
  return line.length <= WIDTH || name.length <= 4 ? line : `${indent}${name}:\n${indent}  ${quote(value)},`;
}

type Call = (builder: string) => string;

/** `name: oneOf('a', 'b'),` and what was seen, in a comment. */
export function printLabel(
  name: string,
  domain: LabelDomain,
  { indent, seen, call }: { indent: string; seen: string | undefined; call: Call },
): string {
  const before = `${indent}${key(name)}: `;
  const comment = seen === undefined ? '' : ` // ${seen}`;
  switch (domain.kind) {
    case 'one-of':
      return `${wrap(`${before}${call('oneOf')}`, ['(', ')'], domain.values.map(quote), indent)},${comment}`;
    case 'bounded':
      return `${before}${call('bounded')}(${domain.bound}),${comment}`;
    case 'http-status':
      return `${before}${call('httpStatus')}(${domain.form === 'class' ? "'class'" : ''}),${comment}`;
    case 'service':
      throw new Error('a reference to services is not made by an import');
    default:
      return domain satisfies never;
  }
}

/** Builders a contract calls, for its import. */
export function buildersOf({ spec }: ProposedContract): readonly string[] {
  const domains = { 'one-of': 'oneOf', bounded: 'bounded', 'http-status': 'httpStatus', service: 'serviceName' };
  return [BUILDERS[spec.type], ...spec.labels.map(({ domain }) => domains[domain.kind])];
}

/** One entry of the metrics object, with its comma; `call` gives the name a builder goes by in the file. */
export function printContract(
  property: string,
  { spec, seen }: ProposedContract,
  { indent, waiver, call }: { indent: string; waiver: string | undefined; call: Call },
): string {
  const head = `${indent}${key(property)}: ${call(BUILDERS[spec.type])}(`;
  const hugged = `${head}${quote(spec.name)}, {`;
  const broken = hugged.length > WIDTH;
  const outer = broken ? `${indent}  ` : indent;
  const inner = `${outer}  `;
  const extra = spec.targetLabels.filter((label) => label !== 'job' && label !== 'instance');
  const lines = [
    ...(broken ? [head, `${outer}${quote(spec.name)},`, `${outer}{`] : [hugged]),
    printText('help', spec.help, inner),
    ...(spec.type === 'info' ? [] : [printText('unit', spec.unit, inner)]),
  ];
  if (spec.labels.length > 0) {
    lines.push(`${inner}labels: {`);
    for (const { name, domain } of spec.labels) {
      lines.push(printLabel(name, domain, { indent: `${inner}  `, seen: seen.get(name), call }));
    }
    lines.push(`${inner}},`);
  } else if (spec.type === 'info') {
    lines.push(`${inner}labels: {},`);
  }
  if (extra.length > 0) lines.push(`${wrap(`${inner}targetLabels: `, ['[', ']'], extra.map(quote), inner)},`);
  if (spec.buckets !== undefined)
    lines.push(`${wrap(`${inner}buckets: `, ['[', ']'], spec.buckets.map(number), inner)},`);
  if (spec.quantiles !== undefined)
    lines.push(`${wrap(`${inner}quantiles: `, ['[', ']'], spec.quantiles.map(number), inner)},`);
  if (waiver !== undefined) lines.push(printText('waiver', waiver, inner));
  lines.push(...(broken ? [`${outer}},`, `${indent}),`] : [`${indent}}),`]));
  return lines.join('\n');
}
