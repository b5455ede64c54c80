import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Data } from '../data/data.ts';
import type { ProjectState } from '../project/state.ts';
import { HistoryError, liveHistories } from '../rules/live-histories.ts';
import { alertHistories } from '../rules/alert-histories.ts';
import { sendJson, sendProblem } from './answers.ts';
import { RequestError } from './body.ts';

/** What is answered from. */
interface Around {
  readonly state: () => ProjectState;
  readonly data: Data;
}

type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  at: { readonly url: URL; readonly site: Around },
) => Promise<void> | void;

function timeIn(parameters: URLSearchParams, name: string): number {
  const text = parameters.get(name) ?? '';
  const time = text === '' ? NaN : Number(text);
  if (Number.isFinite(time)) return time;
  throw new RequestError(400, `${name} is a time in Unix milliseconds`);
}

/** How alerts fared: on samples as they are evaluated here, on a server by what it says. */
export const history: Route = async (_request, response, { url, site }) => {
  const stretch = { from: timeIn(url.searchParams, 'from'), to: timeIn(url.searchParams, 'to') };
  if (stretch.to <= stretch.from) throw new RequestError(400, 'to is later than from');
  const { data } = site;
  const abort = new AbortController();
  response.on('close', () => abort.abort());
  const { signal } = abort;
  if (data.describe().kind !== 'live') {
    const found = await alertHistories(data.states(), stretch, { now: data.now(), signal });
    if (!response.destroyed) sendJson(response, 200, found);
    return;
  }
  try {
    const found = await liveHistories(site.state(), stretch, (path, parameters) =>
      site.data.answer({ datasource: '', path, parameters: new URLSearchParams(parameters), signal }),
    );
    if (!response.destroyed) sendJson(response, 200, found);
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    if (!response.destroyed) sendProblem(response, 502, error.message);
  }
};
