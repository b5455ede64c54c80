import type { Outline } from '../../kind.ts';
import { code } from '../../diff/words.ts';
import type { Resource } from '../../resource.ts';
import { outageText } from './compare.ts';
import { INDICATOR_PARTS, isServiceLevelObjective } from './spec.ts';

/** What a service promises, and how much may fail before the promise is broken. */
export function outlineServiceLevelObjective(resource: Resource): Outline | undefined {
  if (!isServiceLevelObjective(resource)) return undefined;
  const { objective, window, indicator } = resource.spec;
  const counts = INDICATOR_PARTS.flatMap((part) => {
    const query = indicator[part];
    return query === undefined ? [] : [`${part} ${code(query)}`];
  });
  return {
    text: `${objective}% over ${window}`,
    consequence: `a full outage may last ${outageText(resource.spec)}`,
    details: [`events: ${counts.join(', ')}`],
    reach: 'data',
  };
}
