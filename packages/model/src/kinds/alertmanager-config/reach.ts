import { type Matcher, parseMatchers } from './matcher.ts';
import type { AlertmanagerConfigSpec, AlertmanagerRoute } from './spec.ts';

/** A route that an alert may come to. */
export interface ReachedRoute {
  /** JSON pointer into the configuration. */
  readonly path: string;
  /** Whom it tells: its own receiver, or that of the nearest route above. */
  readonly receiver: string;
  /** What it asks of an alert beyond the routes above; empty for the route of all the rest. */
  readonly matchers: string;
}

/** An alert's labels as far as they are known: of those that are absent nothing is, as its series may have them. */
export type KnownLabels = Readonly<Record<string, string>>;

type Answer = 'yes' | 'no' | 'maybe';

function matches({ name, op, value }: Matcher, labels: KnownLabels): Answer {
  const label = labels[name];
  if (label === undefined) return 'maybe';
  if (op === '=' || op === '!=') return (label === value) === (op === '=') ? 'yes' : 'no';
  try {
    return new RegExp(`^(?:${value})$`, 's').test(label) === (op === '=~') ? 'yes' : 'no';
  } catch {
    return 'maybe';
  }
}

/** What a route asks; undefined when a matcher cannot be read. */
function conditions({ matchers = [], match = {}, match_re: like = {} }: AlertmanagerRoute): Matcher[] | undefined {
  const parsed = matchers.map(parseMatchers);
  if (parsed.includes(undefined)) return undefined;
  return [
    ...parsed.flatMap((list) => list ?? []),
    ...Object.entries(match).map(([name, value]): Matcher => ({ name, op: '=', value })),
    ...Object.entries(like).map(([name, value]): Matcher => ({ name, op: '=~', value })),
  ];
}

function answer(asked: readonly Matcher[] | undefined, labels: KnownLabels): Answer {
  const answers = asked?.map((one) => matches(one, labels)) ?? ['maybe'];
  return answers.includes('no') ? 'no' : answers.includes('maybe') ? 'maybe' : 'yes';
}

interface Found {
  readonly routes: readonly ReachedRoute[];
  readonly answer: Answer;
}

function walk(route: AlertmanagerRoute, labels: KnownLabels, above: { path: string; receiver: string }): Found {
  const asked = conditions(route);
  const own = answer(asked, labels);
  if (own === 'no') return { routes: [], answer: 'no' };
  const { path } = above;
  const receiver = route.receiver ?? above.receiver;
  const routes: ReachedRoute[] = [];
  let isTaken = false;
  for (const [i, child] of (route.routes ?? []).entries()) {
    const found = walk(child, labels, { path: `${path}/routes/${i}`, receiver });
    routes.push(...found.routes);
    if (found.answer !== 'yes') continue;
    isTaken = true;
    if (child.continue !== true) break;
  }
  const matchers = (asked ?? []).map(({ name, op, value }) => `${name}${op}"${value}"`).join(', ');
  // An alert that no route below takes for certain may end here.
  return { routes: isTaken ? routes : [{ path, receiver, matchers }, ...routes], answer: own };
}

/**
 * The routes an alert with these labels may come to, as Alertmanager goes through them: depth first, on beside a route only
 * where it continues. A matcher of a label that is not known may hold or not: both are followed.
 */
export function reachedRoutes({ route }: AlertmanagerConfigSpec, labels: KnownLabels): readonly ReachedRoute[] {
  return walk(route, labels, { path: '/spec/route', receiver: route.receiver ?? '' }).routes;
}
