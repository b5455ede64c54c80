import {
  type AlertmanagerConfigSpec,
  type AlertmanagerRoute,
  durationMs,
  durationText,
  type Finding,
  isRecord,
  parseMatchers,
  pointer,
  type Resource,
} from '@binnacle/model';
import { NOTIFICATIONS_API_VERSION } from './contact-point.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the tree of policies is called in plans: an organisation has one. */
export const POLICIES = 'policies';

const WAITS = ['group_wait', 'group_interval', 'repeat_interval'] as const;
const LISTS = ['group_by', 'mute_time_intervals', 'active_time_intervals'] as const;

/** Durations in one form, as `5m` and `300s` are the same; nothing where nothing is given. */
function waits(route: Json): Json {
  const given = WAITS.flatMap((key) => {
    const text = route[key];
    const ms = typeof text === 'string' ? durationMs(text) : undefined;
    return ms === undefined ? [] : [[key, durationText(ms)] as const];
  });
  return Object.fromEntries(given);
}

function lists(route: Json): Json {
  const given = LISTS.map((key) => [key, route[key]] as const).filter(
    ([, value]) => Array.isArray(value) && value.length > 0,
  );
  return Object.fromEntries(given);
}

function policy(route: AlertmanagerRoute, isRoot: boolean): Json {
  const { receiver, matchers = [], match = {}, match_re: like = {}, routes = [] } = route;
  const objectMatchers = [
    ...matchers.flatMap((text) => parseMatchers(text) ?? []).map(({ name, op, value }) => [name, op, value]),
    ...Object.entries(match).map(([name, value]) => [name, '=', value]),
    ...Object.entries(like).map(([name, value]) => [name, '=~', value]),
  ];
  return {
    ...(receiver !== undefined && { receiver }),
    ...lists({ ...route }),
    ...waits({ ...route }),
    ...(!isRoot && objectMatchers.length > 0 && { object_matchers: objectMatchers }),
    ...(route.continue === true && { continue: true }),
    ...(routes.length > 0 && { routes: routes.map((one) => policy(one, false)) }),
  };
}

/** A stored tree in the form that `policyTree` makes: without what says nothing. */
export function storedPolicy(stored: Json): Json {
  const { receiver, object_matchers: matchers, routes } = stored;
  return {
    ...(typeof receiver === 'string' && receiver !== '' && { receiver }),
    ...lists(stored),
    ...waits(stored),
    ...(Array.isArray(matchers) && matchers.length > 0 && { object_matchers: matchers }),
    ...(stored['continue'] === true && { continue: true }),
    ...(Array.isArray(routes) && routes.length > 0 && { routes: routes.filter(isRecord).map(storedPolicy) }),
  };
}

function* labelled(route: AlertmanagerRoute, path: string): Generator<Finding> {
  if (route.labels !== undefined && Object.keys(route.labels).length > 0) {
    const message = `Grafana's policies have no 'labels' (receiver ${route.receiver ?? 'of the route above'}); they are left out`;
    yield { rule: 'target/grafana', severity: 'warning', path: `${path}/labels`, message };
  }
  for (const [i, child] of (route.routes ?? []).entries()) yield* labelled(child, `${path}${pointer('routes', i)}`);
}

/** The routing tree as Grafana's one tree of notification policies. */
export function policyTree({ route }: AlertmanagerConfigSpec): {
  readonly resource: Resource;
  readonly findings: Finding[];
} {
  return {
    resource: {
      apiVersion: NOTIFICATIONS_API_VERSION,
      kind: 'NotificationPolicy',
      metadata: { name: POLICIES },
      spec: policy(route, true),
    },
    findings: [...labelled(route, '/spec/route')],
  };
}

/** Names of the receivers and of the time intervals that a tree has in it. */
export function namesIn(tree: Json): {
  readonly receivers: ReadonlySet<string>;
  readonly timings: ReadonlySet<string>;
} {
  const receivers = new Set<string>();
  const timings = new Set<string>();
  const visit = (route: Json): void => {
    if (typeof route['receiver'] === 'string') receivers.add(route['receiver']);
    for (const key of ['mute_time_intervals', 'active_time_intervals'])
      if (Array.isArray(route[key])) for (const name of route[key]) timings.add(String(name));
    if (Array.isArray(route['routes'])) route['routes'].filter(isRecord).forEach(visit);
  };
  visit(tree);
  return { receivers, timings };
}
