import { durationMs } from '../../duration.ts';
import type { Finding } from '../../finding.ts';
import { didYouMean } from '../../nearest.ts';
import { parseMatchers } from './matcher.ts';
import type { AlertmanagerConfigSpec, AlertmanagerRoute } from './spec.ts';

/** The names routes may use. */
interface Known {
  readonly receivers: ReadonlySet<string>;
  readonly intervals: ReadonlySet<string>;
}

const WAITS = ['group_wait', 'group_interval', 'repeat_interval'] as const;
const INTERVALS = ['mute_time_intervals', 'active_time_intervals'] as const;

function unknownName(what: string, name: string, known: ReadonlySet<string>): Pick<Finding, 'message' | 'fix'> {
  const fix = didYouMean(name, [...known]);
  return { message: `no ${what} is named '${name}'`, ...(fix !== undefined && { fix }) };
}

/** What a route asks of an alert, one text per condition; undefined when a matcher does not parse. */
function conditions({ matchers = [], match = {}, match_re = {} }: AlertmanagerRoute): Set<string> | undefined {
  const parsed = matchers.map(parseMatchers);
  if (parsed.includes(undefined)) return undefined;
  const old = [
    ...Object.entries(match).map(([name, value]) => ({ name, op: '=', value })),
    ...Object.entries(match_re).map(([name, value]) => ({ name, op: '=~', value })),
  ];
  return new Set(
    [...parsed.flatMap((list) => list ?? []), ...old].map((one) => JSON.stringify([one.name, one.op, one.value])),
  );
}

/** Routes that no alert comes to: an earlier sibling takes all that they ask for, and does not continue. */
function* unreachable(routes: readonly AlertmanagerRoute[], path: string): Generator<Finding> {
  const asked = routes.map(conditions);
  for (const [j, later] of asked.entries()) {
    if (later === undefined) continue;
    const i = asked.findIndex(
      (earlier, at) =>
        at < j && routes[at]?.continue !== true && earlier !== undefined && [...earlier].every((one) => later.has(one)),
    );
    if (i === -1) continue;
    yield {
      rule: 'alertmanager-config/route',
      severity: 'warning',
      path: `${path}/${j}`,
      message: `route ${j + 1} is never reached: route ${i + 1} beside it takes every alert that it would match`,
      fix: `put it before route ${i + 1}, or set 'continue: true' there`,
    };
  }
}

function* node(route: AlertmanagerRoute, path: string, known: Known): Generator<Finding> {
  const about = { rule: 'alertmanager-config/route', severity: 'error' } as const;
  if (route.receiver !== undefined && !known.receivers.has(route.receiver)) {
    yield { ...about, path: `${path}/receiver`, ...unknownName('receiver', route.receiver, known.receivers) };
  }
  for (const [i, text] of (route.matchers ?? []).entries()) {
    if (parseMatchers(text) !== undefined) continue;
    const fix = `write name="value", with = != =~ or !~`;
    yield { ...about, path: `${path}/matchers/${i}`, message: `'${text}' is not a matcher`, fix };
  }
  for (const key of WAITS) {
    const text = route[key];
    if (text === undefined || (durationMs(text) ?? 0) > 0 || (key === 'group_wait' && durationMs(text) === 0)) continue;
    yield { ...about, path: `${path}/${key}`, message: `${key} '${text}' is not a duration`, fix: "write e.g. '5m'" };
  }
  for (const key of INTERVALS) {
    for (const [i, name] of (route[key] ?? []).entries()) {
      if (known.intervals.has(name)) continue;
      yield { ...about, path: `${path}/${key}/${i}`, ...unknownName('time interval', name, known.intervals) };
    }
  }
  const by = route.group_by ?? [];
  if (by.includes('...') && by.length > 1) {
    yield {
      ...about,
      path: `${path}/group_by`,
      message: "group_by has '...', all labels, and others",
      fix: "write '...' alone",
    };
  }
}

function* tree(route: AlertmanagerRoute, path: string, known: Known): Generator<Finding> {
  yield* node(route, path, known);
  const { routes = [] } = route;
  for (const [i, child] of routes.entries()) yield* tree(child, `${path}/routes/${i}`, known);
  yield* unreachable(routes, `${path}/routes`);
}

/** What the default route may not have: it takes every alert that no other does. */
function* root(route: AlertmanagerRoute): Generator<Finding> {
  const about = { rule: 'alertmanager-config/route', severity: 'error', path: '/spec/route' } as const;
  if (route.receiver === undefined || route.receiver === '') {
    const fix = 'name the receiver of the alerts that no other route takes';
    yield { ...about, message: 'the default route has no receiver', fix };
  }
  for (const key of ['matchers', 'match', 'match_re', ...INTERVALS, 'continue'] as const) {
    const value = route[key];
    if (value === undefined || value === false || (Object.keys(value).length === 0 && value !== true)) continue;
    const message = `the default route has '${key}', but it takes every alert at any time`;
    yield { ...about, path: `/spec/route/${key}`, message, fix: 'move it into a route below' };
  }
}

/** What Alertmanager refuses in the routing tree, and routes that nothing reaches. */
export function* routeFindings(spec: AlertmanagerConfigSpec): Generator<Finding> {
  const intervals = [...(spec.time_intervals ?? []), ...(spec.mute_time_intervals ?? [])];
  const known: Known = {
    receivers: new Set(spec.receivers.map(({ name }) => name)),
    intervals: new Set(intervals.map(({ name }) => name)),
  };
  yield* root(spec.route);
  yield* tree(spec.route, '/spec/route', known);
}
