import type { Diagnostic } from '@binnacle/model';

/** Equal for the same finding after lines moved: what tells old findings from new ones. */
export function findingIdentity({ rule, resource, path, message, origin }: Diagnostic): string {
  return [rule, resource ?? origin?.file ?? '', path ?? '', message].join('|');
}
