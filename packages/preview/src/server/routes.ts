import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord } from '@binnacle/model';
import type { Comparisons } from '../compare/comparisons.ts';
import type { Data } from '../data/data.ts';
import { failure } from '../prometheus/answer.ts';
import { contractsOnPage } from '../project/contracts-on-page.ts';
import { openedDashboard } from '../project/opened-dashboard.ts';
import { rulesOnPage } from '../project/rules-on-page.ts';
import type { ProjectState } from '../project/state.ts';
import type { PreviewEvent, ProjectOnPage } from '../wire/project.ts';
import { sendJson, sendProblem } from './answers.ts';
import { compare, compareDashboard, sideOfDashboard } from './compare-routes.ts';
import { bodyOf, RequestError, typeOf } from './body.ts';
import type { EventHub } from './events.ts';
import { history } from './history.ts';

/** What the routes answer from. */
export interface Site {
  readonly state: () => ProjectState;
  readonly project: () => ProjectOnPage;
  readonly data: Data;
  readonly comparisons: Comparisons;
  readonly events: EventHub;
  /** What a page that begins to listen is told first. */
  readonly hello: () => PreviewEvent;
}

/** Answers one kind of request. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  at: { readonly url: URL; readonly site: Site },
) => Promise<void> | void;

const INCIDENTS = '/api/incidents/';
const PROMETHEUS = /^\/api\/prometheus\/([^/]+)\/api\/v1\/(.+)$/;
/** Loki's API and Tempo's, of which there is what a panel asks. */
const OTHER = /^\/api\/(loki|tempo)\/[^/]+\/(?:loki\/api\/v1|api)\/(.+)$/;
/** Paths of Prometheus's API that only read. */
const READING = /^(?:query|query_range|series|labels|label\/[^/]+\/values|metadata|rules|alerts|status\/buildinfo)$/;
/** Those that take their parameters in the body too. */
const POSTED = new Set(['query', 'query_range', 'series', 'labels']);

const dashboard: Route = (request, response, at) => {
  const { url, site } = at;
  if (url.searchParams.has('side')) return sideOfDashboard(request, response, at);
  const uid = decodeURIComponent(url.pathname.slice('/api/dashboards/'.length));
  const opened = openedDashboard(uid, site.state());
  if (opened === undefined) sendProblem(response, 404, `there is no dashboard ${JSON.stringify(uid)} in this project`);
  else sendJson(response, 200, opened);
  return undefined;
};

const incident: Route = async (request, response, { url, site }) => {
  if (typeOf(request) !== 'application/json') throw new RequestError(415, 'send JSON');
  const body = parsed(await bodyOf(request));
  if (!isRecord(body) || typeof body['on'] !== 'boolean') throw new RequestError(400, 'send {"on": true}');
  const name = decodeURIComponent(url.pathname.slice(INCIDENTS.length));
  const problem = site.data.setIncident(name, body['on']);
  if (problem !== undefined) throw new RequestError(400, problem);
  const data = site.data.describe();
  site.events.send({ type: 'data', data });
  sendJson(response, 200, data);
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, 'the body is no JSON');
  }
}

const contracts: Route = (_request, response, { site }) => {
  sendJson(response, 200, contractsOnPage(site.state()));
};

/** Parameters in the address, and for `POST` in the body too. */
async function parametersOf(request: IncomingMessage, url: URL): Promise<URLSearchParams> {
  if (request.method !== 'POST') return url.searchParams;
  if (typeOf(request) !== 'application/x-www-form-urlencoded') throw new RequestError(415, 'send a form');
  const all = new URLSearchParams(url.searchParams);
  for (const [name, value] of new URLSearchParams(await bodyOf(request))) all.append(name, value);
  return all;
}

const prometheus: Route = async (request, response, { url, site }) => {
  const [, datasource = '', path = ''] = PROMETHEUS.exec(url.pathname) ?? [];
  if (!READING.test(path)) throw new RequestError(403, `${path} is not among what may be read of a Prometheus here`);
  if (request.method === 'POST' && !POSTED.has(path)) throw new RequestError(405, `${path} is read with GET`);
  const parameters = await parametersOf(request, url);
  const abort = new AbortController();
  response.on('close', () => abort.abort());
  const { status, body } = await site.data.answer({
    datasource: decodeURIComponent(datasource),
    path,
    parameters,
    signal: abort.signal,
  });
  if (!response.destroyed) sendJson(response, status, body);
};

const other: Route = (_request, response, { url, site }) => {
  const [, system = '', path = ''] = OTHER.exec(url.pathname) ?? [];
  const { data } = site;
  const from = data.describe().kind;
  const { status, body } =
    data.answerOther === undefined
      ? failure(
          'unavailable',
          `the preview has ${system === 'loki' ? 'logs' : 'traces'} in sample data alone, and this is ${from} data`,
        )
      : data.answerOther({ system: system === 'loki' ? 'loki' : 'tempo', path, parameters: url.searchParams });
  sendJson(response, status, body);
};

interface Entry {
  readonly matches: (path: string) => boolean;
  readonly methods: readonly string[];
  readonly route: Route;
}

const READ = ['GET', 'HEAD'];
const ENTRIES: readonly Entry[] = [
  {
    matches: (path) => path === '/api/project',
    methods: READ,
    route: (_request, response, { site }) => sendJson(response, 200, site.project()),
  },
  { matches: (path) => path.startsWith('/api/dashboards/'), methods: READ, route: dashboard },
  { matches: (path) => path === '/api/compare', methods: READ, route: compare },
  { matches: (path) => path.startsWith('/api/compare/dashboards/'), methods: READ, route: compareDashboard },
  { matches: (path) => path === '/api/contracts', methods: READ, route: contracts },
  {
    matches: (path) => path === '/api/rules',
    methods: READ,
    route: (_request, response, { site }) => sendJson(response, 200, rulesOnPage(site.state())),
  },
  {
    matches: (path) => path === '/api/events',
    methods: ['GET'],
    route: (_request, response, { site }) => site.events.add(response, site.hello()),
  },
  { matches: (path) => path.startsWith(INCIDENTS), methods: ['POST'], route: incident },
  { matches: (path) => path === '/api/rules/history', methods: READ, route: history },
  { matches: (path) => OTHER.test(path), methods: READ, route: other },
  { matches: (path) => PROMETHEUS.test(path), methods: [...READ, 'POST'], route: prometheus },
];

/** Answers a request below `/api/`. */
export async function answerRoute(
  request: IncomingMessage,
  response: ServerResponse,
  at: { readonly url: URL; readonly site: Site },
): Promise<void> {
  const entry = ENTRIES.find(({ matches }) => matches(at.url.pathname));
  const method = request.method ?? '';
  if (entry === undefined) {
    sendProblem(response, 404, `there is nothing at ${at.url.pathname}`);
  } else if (!entry.methods.includes(method)) {
    response.setHeader('allow', entry.methods.join(', '));
    sendProblem(response, 405, `${at.url.pathname} is not for ${method}`);
  } else {
    try {
      await entry.route(request, response, at);
    } catch (error) {
      if (error instanceof RequestError) sendProblem(response, error.status, error.message);
      else if (error instanceof URIError) sendProblem(response, 400, 'the address is badly encoded');
      else throw error;
    }
  }
}
