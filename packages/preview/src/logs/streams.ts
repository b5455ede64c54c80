import { isService, type Resource } from '@binnacle/model';
import { type Labels, labelSet, seriesMatcher } from '@binnacle/promql/engine';
import { NO_SPAN } from '@binnacle/promql';
import { hashOf, unitAt } from '../sample/random.ts';
import type { ActiveIncident } from '../sample/incident.ts';
import { type LineFilter, LogqlError, type LogSelector } from './logql.ts';

/** A stream of sample lines. */
export interface Stream {
  readonly labels: Labels;
  readonly service: string;
  readonly level: Level;
  readonly seed: number;
}

/** A line of a stream; `time` is Unix milliseconds. */
export interface Line {
  readonly time: number;
  readonly text: string;
}

const LEVELS = ['info', 'debug', 'warning', 'error'] as const;
type Level = (typeof LEVELS)[number];

/** Milliseconds from one line to the next. */
const PERIOD: Readonly<Record<Level, number>> = { info: 4_000, debug: 15_000, warning: 60_000, error: 90_000 };
/** While errors are on, a stream of errors has so many times the lines. */
const TROUBLE = 30;
/** Lines that are looked at for one answer. */
const MOST_LINES = 400_000;
const PATHS = ['/api/orders', '/api/items', '/api/users', '/healthz'];
const REASONS = ['timeout after 5s', 'connection refused', 'no such item', 'out of stock', 'deadline exceeded'];

function picked<T>(from: readonly T[], seed: number): T | undefined {
  return from[seed % from.length];
}

/** The text of a line, in logfmt; `extra` are texts that queries look for. */
function textOf({ service, level, seed }: Stream, index: number, extra: readonly string[]): string {
  const own = hashOf(`${seed} ${index}`);
  const path = picked(PATHS, own) ?? '';
  const trace = (own * 2_654_435_761).toString(16).padStart(16, '0').slice(0, 16);
  const what: Readonly<Record<Level, string>> = {
    info: `msg="request handled" method=${own % 5 === 0 ? 'POST' : 'GET'} path=${path} status=${own % 17 === 0 ? 404 : 200} duration=${3 + (own % 90)}ms`,
    debug: `msg="cache looked up" key=${path}/${own % 1000} hit=${own % 9 !== 0}`,
    warning: `msg="slow answer" path=${path} status=200 duration=${900 + (own % 4000)}ms`,
    error: `msg="request failed" path=${path} status=${own % 3 === 0 ? 503 : 500} error="${picked(REASONS, own >>> 4) ?? ''}"`,
  };
  const more = extra.length > 0 && index % 3 === 0 ? ` note=${JSON.stringify(picked(extra, own >>> 3))}` : '';
  return `level=${level} service=${service} ${what[level]} trace_id=${trace}${more}`;
}

/** The streams of the project's services: three instances each, with a stream for each level. */
export function serviceStreams(resources: readonly Resource[], seed: number): readonly Stream[] {
  return resources
    .filter(isService)
    .flatMap(({ metadata: { name } }) =>
      [1, 2, 3].flatMap((i) =>
        LEVELS.map((level) =>
          streamOf(
            { service: name, service_name: name, app: name, job: name, instance: `${name}-${i}:8080`, level },
            name,
            seed,
          ),
        ),
      ),
    );
}

/** A stream with these labels, of which `level` may be one. */
export function streamOf(labels: Labels, service: string, seed: number): Stream {
  const found = LEVELS.find((level) => level === (labels['level'] ?? 'info').toLowerCase());
  const level = found ?? (/crit|alert|emerg|err|fatal/i.test(labels['level'] ?? '') ? 'error' : 'info');
  return { labels, service, level, seed: hashOf(`${JSON.stringify(labels)} ${seed}`) };
}

/** Those of the streams that a selector means. */
export function selectedStreams(streams: readonly Stream[], { matchers }: LogSelector): readonly Stream[] {
  const accepts = seriesMatcher(matchers);
  return streams.filter(({ labels }) => accepts(labelSet(labels)));
}

function unanchored(pattern: string): (text: string) => boolean {
  if (pattern === '' || pattern === '.*') return () => true;
  const test = seriesMatcher([{ label: 'line', op: '=~', value: `.*(?:${pattern}).*`, span: NO_SPAN }]);
  return (line) => test(labelSet({ line }));
}

function lineTest(filters: readonly LineFilter[]): (text: string) => boolean {
  const tests = filters.map(({ op, text }): ((line: string) => boolean) => {
    if (op === '|=') return (line) => line.includes(text);
    if (op === '!=') return (line) => !line.includes(text);
    const matches = unanchored(text);
    return op === '|~' ? matches : (line) => !matches(line);
  });
  return (line) => tests.every((test) => test(line));
}

/** What lines depend on besides their stream. */
export interface LogState {
  readonly incidents: readonly ActiveIncident[];
  /** Texts that the project's queries look for: some lines have them. */
  readonly wanted: readonly string[];
}

/**
 * The lines of a stream between two times that filters let through, the oldest first. A line has the same time and text
 * whatever is asked. @throws LogqlError when more would have to be looked at than is worth it
 */
export function linesOf(
  stream: Stream,
  { from, to }: { readonly from: number; readonly to: number },
  { filters, state }: { readonly filters: readonly LineFilter[]; readonly state: LogState },
): readonly Line[] {
  const trouble = state.incidents.find((one) => one.service === stream.service && one.kind === 'errors');
  const period = PERIOD[stream.level];
  const beats = [{ period, since: from, first: 0 }];
  // What goes wrong is told besides what was told anyway.
  if (stream.level === 'error' && trouble !== undefined && trouble.since < to)
    beats.push({ period: period / TROUBLE, since: Math.max(from, trouble.since), first: 1 });
  if (beats.some((beat) => (to - beat.since) / beat.period > MOST_LINES))
    throw new LogqlError('sample logs are not looked at for so long a time: choose a shorter one');
  const passes = lineTest(filters);
  const lines: Line[] = [];
  for (const { period: every, since, first } of beats) {
    for (let index = Math.floor(since / every) - 1; index <= to / every; index += 1) {
      const time = Math.floor((index + unitAt(stream.seed + first, index)) * every);
      if (time < since || time >= to) continue;
      const text = textOf(stream, index, state.wanted);
      if (passes(text)) lines.push({ time, text });
    }
  }
  return lines.toSorted((a, b) => a.time - b.time);
}
