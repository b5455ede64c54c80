import { resourceId } from '@binnacle/model';
import type { DeclaredAlert, DeclaredGroup } from '../sample/rules.ts';

/** What a rule is called between page and server: the resource, and the place in it. */
export function ruleId({ resource, path }: DeclaredGroup, index: number): string {
  return `${resourceId(resource)}${path}/rules/${index}`;
}

/** The id of an alert. */
export function alertId({ rule, group }: DeclaredAlert): string {
  return ruleId(group, group.group.rules.indexOf(rule));
}
