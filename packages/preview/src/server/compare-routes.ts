import type { ServerResponse } from 'node:http';
import type { Known } from '../compare/comparisons.ts';
import type { Comparison } from '../compare/comparison.ts';
import { comparedAnswer, comparedDashboard, otherDashboard } from '../compare/on-page.ts';
import { sendJson, sendProblem } from './answers.ts';
import { RequestError } from './body.ts';
import type { Route, Site } from './routes.ts';

async function asked(name: string | null, site: Site, again = false): Promise<Known> {
  const known = await site.comparisons.get(name ?? 'base', again);
  if (known !== undefined) return known;
  throw new RequestError(404, `there is nothing called ${JSON.stringify(name ?? 'base')} to compare with here`);
}

/** Answers with the other version, or says why there is none. */
async function withComparison(
  name: string | null,
  { site, response }: { readonly site: Site; readonly response: ServerResponse },
  answer: (comparison: Comparison, known: Known) => void,
): Promise<void> {
  const known = await asked(name, site);
  const { compared } = known;
  if (response.destroyed) return;
  if (compared.state === 'failed')
    sendProblem(response, 409, [compared.message, compared.fix ?? ''].filter((text) => text !== '').join('; '));
  else answer(compared.comparison, known);
}

/** `/api/compare?with=base`: what differs; `&again` looks at the other side anew. */
export const compare: Route = async (_request, response, { url, site }) => {
  const known = await asked(url.searchParams.get('with'), site, url.searchParams.has('again'));
  if (!response.destroyed) sendJson(response, 200, comparedAnswer(known));
};

/** `/api/compare/dashboards/<uid>?with=base`: both versions of one. */
export const compareDashboard: Route = (_request, response, { url, site }) => {
  const uid = decodeURIComponent(url.pathname.slice('/api/compare/dashboards/'.length));
  return withComparison(url.searchParams.get('with'), { site, response }, (comparison, known) => {
    const found = comparedDashboard(uid, comparison, known);
    if (found === undefined) sendProblem(response, 404, `neither side has a dashboard ${JSON.stringify(uid)}`);
    else sendJson(response, 200, found);
  });
};

/** `/api/dashboards/<uid>?side=base`: the other version of one. */
export const sideOfDashboard: Route = (_request, response, { url, site }) => {
  const uid = decodeURIComponent(url.pathname.slice('/api/dashboards/'.length));
  return withComparison(url.searchParams.get('side'), { site, response }, (comparison) => {
    const found = otherDashboard(uid, comparison);
    if (found === undefined) sendProblem(response, 404, `${comparison.name} has no dashboard ${JSON.stringify(uid)}`);
    else sendJson(response, 200, found);
  });
};
