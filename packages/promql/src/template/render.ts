import { lineAndColumn } from '../render-error.ts';
import { bytesOf } from './bytes.ts';
import { execute, type Failure } from './execute.ts';
import { GO_FUNCTIONS } from './go/functions.ts';
import { parseTemplate } from './parse.ts';
import { prometheusFunctions, sampleValue, type Surroundings, type TemplateSample } from './prometheus/functions.ts';
import { stringMap, text as textValue, type Value } from './value.ts';

/** What an alert knows: the labels and the value of the sample that raised it. */
export interface AlertData {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: TemplateSample['value'];
}

/** What surrounds an alert: its server and the time. All but the time may be left out. */
export interface RenderOptions {
  /** Unix milliseconds: what `now` returns, in seconds. */
  readonly now: number;
  /** Answers `query` inside a template: samples in the order of the result, or why there are none. Without it, nothing. */
  readonly query?: Surroundings['query'];
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** `$externalURL` and `externalURL`. */
  readonly externalURL?: string;
  /** What `pathPrefix` returns. The path of `externalURL` when left out. */
  readonly pathPrefix?: string;
}

/** The text, or Prometheus's one line on why there is none: `error executing template __alert_Down: …`. */
export type Rendered = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string };

/** A template that was parsed once, to be rendered many times. */
export interface CompiledTemplate {
  /** Why Go refuses the template, in one line; every rendering says the same. */
  readonly problem: string | undefined;
  readonly render: (data: AlertData, options: RenderOptions) => Rendered;
}

/** Prometheus puts these before every template of an alert, so that errors count columns from here. */
const DEFINITIONS = [
  '{{$labels := .Labels}}',
  '{{$externalLabels := .ExternalLabels}}',
  '{{$externalURL := .ExternalURL}}',
  '{{$value := .Value}}',
].join('');
const DATA_TYPE =
  'struct { Labels map[string]string; ExternalLabels map[string]string; ExternalURL string; Value interface {} }';

function dataValue({ labels, value }: AlertData, { externalLabels = {}, externalURL = '' }: RenderOptions): Value {
  const fields = new Map([
    ['Labels', stringMap(labels)],
    ['ExternalLabels', stringMap(externalLabels)],
    ['ExternalURL', textValue(externalURL)],
    ['Value', sampleValue(value)],
  ]);
  return { kind: 'struct', type: DATA_TYPE, fields };
}

function pathOf(url: string): string {
  try {
    const path = new URL(url).pathname;
    return path === '/' && !url.endsWith('/') ? '' : path;
  } catch {
    return '';
  }
}

function surroundings({ now, query, externalURL = '', pathPrefix }: RenderOptions): Surroundings {
  return {
    now,
    query: query ?? (() => []),
    externalUrl: externalURL,
    pathPrefix: pathPrefix ?? pathOf(externalURL),
  };
}

function place(source: string, at: number): string {
  const before = source.slice(0, at);
  const { line } = lineAndColumn(source, at);
  return `${line}:${bytesOf(before.slice(before.lastIndexOf('\n') + 1)).length}`;
}

function failureText(source: string, name: string, { error, template }: Failure): string {
  const where = `template: ${name}:${place(source, error.place.at)}`;
  const message = `${where}: executing ${JSON.stringify(template)} at <${error.place.text()}>: ${error.message}`;
  return `error executing template ${name}: ${message}`;
}

/** Parses a template of an alert's annotation or label. Rendering never throws: what is wrong is in the result. */
export function compileTemplate(template: string, alert = ''): CompiledTemplate {
  if (!template.includes('{{')) return { problem: undefined, render: () => ({ ok: true, text: template }) };
  const name = `__alert_${alert}`;
  const source = DEFINITIONS + template;
  const { block, errors } = parseTemplate(source, ['$']);
  const [refused] = errors;
  if (refused !== undefined) {
    const { line } = lineAndColumn(source, refused.span.start);
    const problem = `error parsing template ${name}: template: ${name}:${line}: ${refused.message}`;
    return { problem, render: () => ({ ok: false, error: problem }) };
  }
  return {
    problem: undefined,
    render(data, options) {
      const functions = { ...GO_FUNCTIONS, ...prometheusFunctions(surroundings(options)) };
      const result = execute(block, dataValue(data, options), { name, functions });
      if (typeof result === 'string') return { ok: true, text: result };
      return { ok: false, error: failureText(source, name, result) };
    },
  };
}

/** Renders a template of an alert's annotation or label as Prometheus 3 does; `alert` is the name that errors show. */
export function render(
  template: string,
  data: AlertData,
  options: RenderOptions & { readonly alert?: string },
): Rendered {
  return compileTemplate(template, options.alert).render(data, options);
}
