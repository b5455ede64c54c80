import type { Outline } from '../../../kind.ts';
import { counted, cut } from '../../../diff/words.ts';
import type { Resource } from '../../../resource.ts';
import { isService } from '../spec.ts';

/** Longest description that is shown whole. */
const LONGEST = 160;

/** What a service is: how much it matters, whose it is, what it measures and needs. */
export function outlineService(resource: Resource): Outline | undefined {
  if (!isService(resource)) return undefined;
  const { tier, kind, lifecycle, owner, metrics, dependsOn, description } = resource.spec;
  const parts = [
    `tier ${tier}, ${kind}, ${lifecycle}`,
    `owned by ${owner}`,
    counted(metrics.length, 'metric'),
    ...(dependsOn.length === 0 ? [] : [`needs ${dependsOn.join(', ')}`]),
  ];
  const said = cut(description.replaceAll('`', "'"), LONGEST);
  return { text: parts.join('; '), reach: 'other', ...(said !== '' && { details: [`“${said}”`] }) };
}
