import { didYouMean, isDashboardV1, isDashboardV2, isPrometheusRule, isService, type Resource } from '@binnacle/model';
import { answerLogs, type Logs } from '../logs/answer-logs.ts';
import { besideStreams, wantedTexts } from '../logs/beside-streams.ts';
import { serviceStreams } from '../logs/streams.ts';
import { answerTraces } from '../traces/answer-traces.ts';
import { answerApi } from '../prometheus/api.ts';
import { failure } from '../prometheus/answer.ts';
import type { Samples } from '../prometheus/samples.ts';
import type { ProjectState } from '../project/state.ts';
import { askedBy, hintsOf, queriesIn } from '../sample/hints.ts';
import {
  type ActiveIncident,
  INCIDENT_KINDS,
  INCIDENT_TITLES,
  incidentName,
  parseIncidentName,
} from '../sample/incident.ts';
import type { Data } from './data.ts';
import { sampleSamples } from './sample-samples.ts';

/** How sample data is made. */
export interface SampleDataOptions {
  readonly seed: number;
  /** Incidents that are on from the beginning, by name. */
  readonly incidents?: readonly string[];
  /** Unix milliseconds; the clock when left out. */
  readonly now?: () => number;
}

/** An incident has been going on for so long when it is switched on: long enough for alerts that wait to fire. */
const BEFORE = 20 * 60_000;

/** A resource that did not change is the same object, with the same text. */
const texts = new WeakMap<Resource, string>();

function textOf(resource: Resource): string {
  const known = texts.get(resource);
  if (known !== undefined) return known;
  const text = JSON.stringify([resource.metadata.name, resource.spec]);
  texts.set(resource, text);
  return text;
}

/** What decides the samples: with the same text they are the same. */
function keyOf({ resources, beside = [], environment }: ProjectState): string {
  const hints = JSON.stringify(hintsOf(queriesIn(resources)).all);
  const own = resources.filter((resource) => isService(resource) || isPrometheusRule(resource));
  return [JSON.stringify(environment.prometheus), hints, ...own.map(textOf), ...beside.map(textOf)].join('\n');
}

/** True where two resources that stand at the same place decide the same of the samples. */
function isSame(a: Resource | undefined, b: Resource): boolean {
  if (a === b) return true;
  if (a === undefined || a.kind !== b.kind || askedBy(a) !== askedBy(b)) return false;
  return !(isService(b) || isPrometheusRule(b)) || textOf(a) === textOf(b);
}

/** True when samples of one state are sure to be those of the other: what decides them stands at the same places. */
function isAlike(before: ProjectState, next: ProjectState): boolean {
  const [ours, theirs] = [before.beside ?? [], next.beside ?? []];
  return (
    before.resources.length === next.resources.length &&
    next.resources.every((resource, i) => isSame(before.resources[i], resource)) &&
    ours.length === theirs.length &&
    theirs.every((resource, i) => textOf(ours[i] ?? resource) === textOf(resource)) &&
    JSON.stringify(before.environment.prometheus) === JSON.stringify(next.environment.prometheus)
  );
}

/** Names of services that samples are made of. */
function servicesOf({ resources }: ProjectState): readonly string[] {
  return resources
    .filter((resource) => isService(resource))
    .filter(({ spec }) => spec.metrics.length > 0)
    .map(({ metadata }) => metadata.name);
}

/** The logs of a project's services, and of what the dashboards beside it select. */
function logsOf({ resources, beside = [], environment }: ProjectState, seed: number): Omit<Logs, 'incidents' | 'now'> {
  const dashboards = resources.filter((resource) => isDashboardV2(resource) || isDashboardV1(resource));
  return {
    streams: [...serviceStreams(resources, seed), ...besideStreams(beside, seed)],
    wanted: wantedTexts(dashboards),
    engine: { leftOpen: !environment.prometheus.version.startsWith('2.') },
  };
}

const KINDS = INCIDENT_KINDS.map((kind) => ({ kind, title: INCIDENT_TITLES[kind] }));

/** Sample data of a project's contracts. What was made is kept as long as contracts, rules and what queries ask for stay. */
export function sampleData({ seed, incidents: first = [], now = Date.now }: SampleDataOptions): Data {
  let state: ProjectState | undefined;
  let samples: Samples | undefined;
  let incidents: readonly ActiveIncident[] = [];
  let services: readonly string[] = [];
  /** Made when the first query asks for logs. */
  let logs: ReturnType<typeof logsOf> | undefined;
  const wanted = new Set(first);

  function problemOf(name: string): string | undefined {
    const parsed = parseIncidentName(name);
    if (parsed !== undefined && services.includes(parsed.service)) return undefined;
    const known = services.flatMap((service) => INCIDENT_KINDS.map((kind) => incidentName(service, kind)));
    return `there is no incident ${JSON.stringify(name)}; ${didYouMean(name, known, 6) ?? 'no service declares metrics'}`;
  }

  /** The samples, made when they are first asked for. */
  function current(): Samples | undefined {
    if (state === undefined) return undefined;
    const { resources, beside = [], environment } = state;
    samples ??= sampleSamples({ resources, beside, environment, seed, incidents, now });
    return samples;
  }

  function switchOn(name: string): void {
    const parsed = parseIncidentName(name);
    if (parsed === undefined) return;
    const minute = 60_000;
    incidents = [
      ...incidents.filter((one) => incidentName(one.service, one.kind) !== name),
      { ...parsed, since: Math.floor((now() - BEFORE) / minute) * minute },
    ];
  }

  return {
    describe: () => ({
      kind: 'sample',
      seed,
      incidents: { kinds: services.length === 0 ? [] : KINDS, services, on: incidents },
    }),
    use(next) {
      const before = state;
      state = next;
      logs = undefined;
      services = servicesOf(next);
      incidents = incidents.filter(({ service }) => services.includes(service));
      if (before !== undefined && samples !== undefined && !isAlike(before, next) && keyOf(before) !== keyOf(next))
        samples = undefined;
      for (const name of wanted) if (problemOf(name) === undefined) switchOn(name);
      wanted.clear();
    },
    answer({ path, parameters }) {
      const made = current();
      if (made === undefined) return Promise.resolve(failure('unavailable', 'the definitions are still being loaded'));
      return Promise.resolve(answerApi(path, parameters, made));
    },
    answerOther({ system, path, parameters }) {
      if (state === undefined) return failure('unavailable', 'the definitions are still being loaded');
      const { resources } = state;
      if (system === 'tempo') return answerTraces(path, parameters, { resources, seed, incidents, now });
      logs ??= logsOf(state, seed);
      return answerLogs(path, parameters, { ...logs, incidents, now });
    },
    states: () => current()?.states,
    now,
    setIncident(name, isOn) {
      const problem = problemOf(name);
      if (problem !== undefined) return problem;
      if (isOn) switchOn(name);
      else incidents = incidents.filter((one) => incidentName(one.service, one.kind) !== name);
      samples = undefined;
      return undefined;
    },
  };
}
