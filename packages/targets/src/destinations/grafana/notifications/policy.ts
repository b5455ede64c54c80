import {
  type AlertmanagerConfigSpec,
  type AlertmanagerRoute,
  durationMs,
  durationText,
  type Finding,
  isRecord,
  type Matcher,
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

/** A condition as Alertmanager writes it: `team="payments"`. */
function matcherText({ name, op, value }: Matcher): string {
  return `${name}${op}"${value.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
}

function settings(route: Json, matchers: readonly Matcher[], isRoot: boolean): AlertmanagerRoute {
  const { receiver } = route;
  return {
    ...(typeof receiver === 'string' && receiver !== '' && { receiver }),
    ...lists(route),
    ...waits(route),
    ...(!isRoot && matchers.length > 0 && { matchers: matchers.map(matcherText) }),
    ...(route['continue'] === true && { continue: true }),
  };
}

/** A routing tree in one form: what says nothing is left out, as Grafana does. */
function normalised(route: AlertmanagerRoute, isRoot: boolean): AlertmanagerRoute {
  const { matchers = [], match = {}, match_re: like = {}, routes = [] } = route;
  const asked = [
    ...matchers.flatMap((text) => parseMatchers(text) ?? []),
    ...Object.entries(match).map(([name, value]): Matcher => ({ name, op: '=', value })),
    ...Object.entries(like).map(([name, value]): Matcher => ({ name, op: '=~', value })),
  ];
  return {
    ...settings({ ...route }, asked, isRoot),
    ...(routes.length > 0 && { routes: routes.map((one) => normalised(one, false)) }),
  };
}

function isOperator(text: unknown): text is Matcher['op'] {
  return text === '=' || text === '!=' || text === '=~' || text === '!~';
}

/** A tree as Grafana stores it, in the form of `policyTree`. */
export function storedPolicy(stored: Json, isRoot = true): AlertmanagerRoute {
  const { object_matchers: matchers, routes } = stored;
  const asked = (Array.isArray(matchers) ? matchers : []).flatMap((one: unknown): Matcher[] => {
    const [name, op, value] = Array.isArray(one) ? one.map(String) : [];
    return name !== undefined && value !== undefined && isOperator(op) ? [{ name, op, value }] : [];
  });
  const inner = Array.isArray(routes) ? routes.filter(isRecord).map((one) => storedPolicy(one, false)) : [];
  return { ...settings(stored, asked, isRoot), ...(inner.length > 0 && { routes: inner }) };
}

/** A tree of `policyTree` as Grafana is sent it. */
export function sentPolicy({ matchers = [], routes = [], ...rest }: AlertmanagerRoute): Json {
  const asked = matchers.flatMap((text) => parseMatchers(text) ?? []).map(({ name, op, value }) => [name, op, value]);
  return {
    ...rest,
    ...(asked.length > 0 && { object_matchers: asked }),
    ...(routes.length > 0 && { routes: routes.map(sentPolicy) }),
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
  readonly resource: Resource<AlertmanagerRoute>;
  readonly findings: Finding[];
} {
  return {
    resource: {
      apiVersion: NOTIFICATIONS_API_VERSION,
      kind: 'NotificationPolicy',
      metadata: { name: POLICIES },
      spec: normalised(route, true),
    },
    findings: [...labelled(route, '/spec/route')],
  };
}

/** True for the tree of policies in plans. */
export function isPolicyTree(resource: Resource): resource is Resource<AlertmanagerRoute> {
  return resource.kind === 'NotificationPolicy';
}

/** Names of the receivers and of the time intervals that a tree has in it. */
export function namesIn(tree: AlertmanagerRoute): {
  readonly receivers: ReadonlySet<string>;
  readonly timings: ReadonlySet<string>;
} {
  const receivers = new Set<string>();
  const timings = new Set<string>();
  const visit = ({
    receiver,
    mute_time_intervals: muted = [],
    active_time_intervals: active = [],
    routes = [],
  }: AlertmanagerRoute): void => {
    if (receiver !== undefined) receivers.add(receiver);
    for (const name of [...muted, ...active]) timings.add(name);
    routes.forEach(visit);
  };
  visit(tree);
  return { receivers, timings };
}
