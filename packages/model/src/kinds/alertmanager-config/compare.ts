import type { Difference } from '../../diff/difference.ts';
import { match, moved } from '../../diff/match.ts';
import { compareValues } from '../../diff/values.ts';
import { code } from '../../diff/words.ts';
import { pointer } from '../../pointer.ts';
import { isRecord } from '../../record.ts';
import type { Resource } from '../../resource.ts';
import { mayHoldSecret } from './secrets.ts';
import { type AlertmanagerReceiver, type AlertmanagerRoute, isAlertmanagerConfig } from './spec.ts';

/** A route, what it matches with all that is above it, and where it stands. */
interface PlacedRoute {
  readonly route: AlertmanagerRoute;
  readonly matches: string;
  readonly path: readonly (string | number)[];
}

function ownMatchers({ matchers = [], match: equal = {}, match_re: like = {} }: AlertmanagerRoute): string {
  const old = [
    ...Object.entries(equal).map(([label, value]) => `${label}="${value}"`),
    ...Object.entries(like).map(([label, value]) => `${label}=~"${value}"`),
  ];
  return [...matchers, ...old].toSorted().join(', ');
}

/** The tree of routes in the order in which an alert is held against them. */
function placedRoutes(route: AlertmanagerRoute, path: PlacedRoute['path'], above: string): PlacedRoute[] {
  const matches = [above, ownMatchers(route)].filter((text) => text !== '').join(' › ');
  const inner = (route.routes ?? []).flatMap((one, i) => placedRoutes(one, [...path, 'routes', i], matches));
  return [{ route, matches, path }, ...inner];
}

function routeName({ matches }: PlacedRoute): string {
  return matches === '' ? 'route of all the rest' : `route ${code(matches)}`;
}

function receiverOf({ route: { receiver } }: PlacedRoute): string {
  return receiver === undefined ? '' : `: to ${receiver}`;
}

/** Settings of a route without what tells it from others. */
function settings({ route }: PlacedRoute): object {
  const { routes: _, matchers: __, match: ___, match_re: ____, ...own } = route;
  return own;
}

function say(route: PlacedRoute, change: Difference['change'], text: string): Difference {
  return { path: pointer(...route.path), subject: routeName(route), change, text, reach: 'pager' };
}

function compareRoutes(before: AlertmanagerRoute, after: AlertmanagerRoute): Difference[] {
  const [old, next] = [before, after].map((route) => placedRoutes(route, ['spec', 'route'], ''));
  const { pairs, added, removed } = match(old ?? [], next ?? [], [
    (a, b) => Number(a.matches === b.matches) * (1 + Number(a.route.receiver === b.route.receiver)),
  ]);
  return [
    ...pairs.flatMap(([a, b]) => compareValues(settings(a), settings(b)).map(({ text }) => say(b, 'changed', text))),
    ...added.map((one) => say(one, 'added', `added${receiverOf(one)}`)),
    ...removed.map((one) => say(one, 'removed', `removed${receiverOf(one)}`)),
    ...moved(pairs.map(([a, b]) => [old?.indexOf(a) ?? 0, b])).map((one) =>
      say(one, 'changed', 'asked in another order'),
    ),
  ];
}

/** What changed in a tree of routes alone: Grafana's notification policies. */
export function compareRouteTrees(before: Resource, after: Resource): Difference[] {
  const [old, next] = [before.spec, after.spec];
  return compareRoutes(isRecord(old) ? old : {}, isRecord(next) ? next : {});
}

/** Means by which a receiver tells somebody: `slack, pagerduty`. */
function integrations(receiver: AlertmanagerReceiver): string {
  const lists = Object.keys(receiver).filter((key) => key.endsWith('_configs'));
  return lists.map((key) => key.replace(/_configs$/, '')).join(', ');
}

function about({ name }: AlertmanagerReceiver, index: number): Pick<Difference, 'path' | 'subject' | 'reach'> {
  return { path: pointer('spec', 'receivers', index), subject: `receiver ${name}`, reach: 'pager' };
}

function compareReceivers(
  before: readonly AlertmanagerReceiver[],
  after: readonly AlertmanagerReceiver[],
): Difference[] {
  const { pairs, added, removed } = match(before, after, [(a, b) => Number(a.name === b.name)]);
  return [
    ...pairs.flatMap(([a, b]) =>
      compareValues(a, b, { isSecret: mayHoldSecret }).map(({ text }): Difference => ({
        ...about(b, after.indexOf(b)),
        change: 'changed',
        text,
      })),
    ),
    ...added.map((one): Difference => {
      const means = integrations(one);
      const text = means === '' ? 'added: tells nobody' : `added: ${means}`;
      return { ...about(one, after.indexOf(one)), change: 'added', text };
    }),
    ...removed.map((one): Difference => ({ ...about(one, before.indexOf(one)), change: 'removed', text: 'removed' })),
  ];
}

/** What changed in an Alertmanager's configuration: routes by what they match, receivers by name, and no secret in either. */
export function compareAlertmanagerConfigs(before: Resource, after: Resource): Difference[] {
  if (!isAlertmanagerConfig(before) || !isAlertmanagerConfig(after)) return [];
  const { route: oldRoute, receivers: oldReceivers, ...oldRest } = before.spec;
  const { route, receivers, ...rest } = after.spec;
  return [
    ...compareRoutes(oldRoute ?? {}, route ?? {}),
    ...compareReceivers(oldReceivers ?? [], receivers ?? []),
    ...compareValues(oldRest, rest, { keys: ['spec'], reach: 'pager', isSecret: mayHoldSecret }),
  ];
}
