import type { Outline } from '../../kind.ts';
import { counted } from '../../diff/words.ts';
import type { Resource } from '../../resource.ts';
import { type AlertmanagerRoute, isAlertmanagerConfig } from './spec.ts';

/** Receivers that are named. */
const NAMED = 6;

function routesIn({ routes = [] }: AlertmanagerRoute): number {
  return routes.reduce((sum, route) => sum + routesIn(route), 1);
}

/** Whom a routing tree tells: `3 routes to 2 receivers (pager, mail)`. */
export function outlineAlertmanagerConfig(resource: Resource): Outline | undefined {
  if (!isAlertmanagerConfig(resource)) return undefined;
  const { route, receivers } = resource.spec;
  const names = receivers.map(({ name }) => name);
  const shown = [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])].join(', ');
  const to = names.length === 0 ? '' : ` to ${counted(names.length, 'receiver')} (${shown})`;
  return { text: `${counted(routesIn(route), 'route')}${to}`, reach: 'pager' };
}
