import { parseDuration } from '../../duration.ts';
import { quote } from '../../quote.ts';
import { escapeQuery } from '../go/escape.ts';
import type { Parameter, TemplateFunction } from '../signature.ts';
import { bool, CallError, float, int, NIL, stringMap, text, type Value } from '../value.ts';
import {
  humanize,
  humanize1024,
  humanizeDuration,
  humanizePercentage,
  humanizeTimestamp,
  toFloat,
  toInstant,
  toNanoseconds,
} from './number.ts';
import { matchesAnywhere, replaceAll } from './regex.ts';
import { lower, stripDomain, stripPort, title, upper } from './text.ts';

/** One element of what a query inside a template returns. A native histogram is known by its text. */
export interface TemplateSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | { readonly histogram: string };
}

/** What the functions know of the world. */
export interface Surroundings {
  /** Evaluates PromQL at the time of the alert. An error becomes that of the template. */
  readonly query: (promql: string) => readonly TemplateSample[] | { readonly error: string };
  readonly externalUrl: string;
  readonly pathPrefix: string;
  /** Unix milliseconds. */
  readonly now: number;
}

const NULL_POINTER = 'runtime error: invalid memory address or nil pointer dereference';

/** A sample's value as templates see it. */
export function sampleValue(value: TemplateSample['value']): Value {
  if (typeof value === 'number') return float(value);
  return { kind: 'pointer', to: { kind: 'opaque', type: 'histogram.FloatHistogram', text: value.histogram } };
}

function sampleOf({ labels, value }: TemplateSample): Value {
  const fields = new Map([
    ['Labels', stringMap(labels)],
    ['Value', sampleValue(value)],
  ]);
  return { kind: 'pointer', to: { kind: 'struct', type: 'template.sample', fields } };
}

function queried(answer: ReturnType<Surroundings['query']>): Value {
  if ('error' in answer) throw new CallError(answer.error);
  return { kind: 'slice', items: answer.map(sampleOf) };
}

function fieldOf(sample: Value | undefined, name: 'Labels' | 'Value'): Value {
  if (sample?.kind !== 'pointer' || sample.to.kind !== 'struct') throw new CallError(NULL_POINTER);
  return sample.to.fields.get(name) ?? NIL;
}

function labelOf(sample: Value | undefined, name: string): string {
  const labels = fieldOf(sample, 'Labels');
  const found = labels.kind === 'map' ? labels.entries.get(name) : undefined;
  return found?.kind === 'string' ? found.value : '';
}

function itemsOf(vector: Value | undefined): readonly Value[] {
  return vector?.kind === 'slice' ? vector.items : [];
}

function textOf(value: Value | undefined): string {
  return value?.kind === 'string' ? value.value : '';
}

function ofTexts(count: number, call: (...texts: string[]) => Value): TemplateFunction {
  return {
    parameters: Array.from({ length: count }, (): Parameter => 'string'),
    call: (args) => call(...args.map(textOf)),
  };
}

function ofNumber(call: (value: number) => Value): TemplateFunction {
  return { parameters: ['any'], call: ([value = NIL]) => call(toFloat(value)) };
}

function first(vector: Value | undefined): Value {
  const [found] = itemsOf(vector);
  if (found === undefined) throw new CallError('first() called on vector with no elements');
  return found;
}

function sortedByLabel(vector: Value | undefined, label: string): Value {
  const items = itemsOf(vector).toSorted((a, b) => {
    const [left, right] = [labelOf(a, label), labelOf(b, label)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return { kind: 'slice', items };
}

function durationSeconds(written: string): number {
  const unsigned = written.replace(/^-/, '');
  if (unsigned === '')
    throw new CallError(written === '' ? 'empty duration string' : `not a valid duration string: ${quote(written)}`);
  const ms = unsigned === '0' ? 0 : parseDuration(unsigned);
  if (ms === undefined) throw new CallError(`not a valid duration string: ${quote(unsigned)}`);
  if (ms === Infinity) throw new CallError('duration out of range');
  return (written.startsWith('-') ? -ms : ms) / 1000;
}

/** The functions Prometheus 3 adds to Go's (docs: configuration/template_reference). */
export function prometheusFunctions(world: Surroundings): Readonly<Record<string, TemplateFunction>> {
  return {
    query: ofTexts(1, (promql = '') => queried(world.query(promql))),
    first: { parameters: ['vector'], call: ([vector]) => first(vector) },
    label: { parameters: ['string', 'sample'], call: ([name, sample]) => text(labelOf(sample, textOf(name))) },
    value: { parameters: ['sample'], call: ([sample]) => fieldOf(sample, 'Value') },
    strvalue: { parameters: ['sample'], call: ([sample]) => text(labelOf(sample, '__value__')) },
    sortByLabel: {
      parameters: ['string', 'vector'],
      call: ([label, vector]) => sortedByLabel(vector, textOf(label)),
    },
    args: {
      parameters: [],
      rest: 'any',
      call: (args) => ({
        kind: 'map',
        type: 'map[string]interface {}',
        entries: new Map(args.map((arg, i) => [`arg${i}`, arg])),
      }),
    },
    match: ofTexts(2, (pattern = '', value = '') => bool(matchesAnywhere(pattern, value))),
    reReplaceAll: ofTexts(3, (pattern = '', replacement = '', value = '') =>
      text(replaceAll(pattern, replacement, value)),
    ),
    safeHtml: ofTexts(1, (value = '') => ({ kind: 'string', type: 'template.HTML', value })),
    title: ofTexts(1, (value = '') => text(title(value))),
    toUpper: ofTexts(1, (value = '') => text(upper(value))),
    toLower: ofTexts(1, (value = '') => text(lower(value))),
    stripPort: ofTexts(1, (value = '') => text(stripPort(value))),
    stripDomain: ofTexts(1, (value = '') => text(stripDomain(value))),
    graphLink: ofTexts(1, (promql = '') => text(`/graph?g0.expr=${escapeQuery(promql)}&g0.tab=0`)),
    tableLink: ofTexts(1, (promql = '') => text(`/graph?g0.expr=${escapeQuery(promql)}&g0.tab=1`)),
    urlQueryEscape: ofTexts(1, (value = '') => text(escapeQuery(value))),
    pathPrefix: ofTexts(0, () => text(world.pathPrefix)),
    externalURL: ofTexts(0, () => text(world.externalUrl)),
    humanize: ofNumber((value) => text(humanize(value))),
    humanize1024: ofNumber((value) => text(humanize1024(value))),
    humanizeDuration: ofNumber((value) => text(humanizeDuration(value))),
    humanizePercentage: ofNumber((value) => text(humanizePercentage(value))),
    humanizeTimestamp: ofNumber((value) => text(humanizeTimestamp(value))),
    toTime: ofNumber((value) => ({ kind: 'pointer', to: { kind: 'time', ns: toInstant(value) } })),
    toDuration: ofNumber((value) => ({ kind: 'pointer', to: int(toNanoseconds(value), 'time.Duration') })),
    now: ofTexts(0, () => float(world.now / 1000)),
    parseDuration: ofTexts(1, (written = '') => float(durationSeconds(written))),
  };
}
