import type { Diagnostic } from '@binnacle/model';

/** Findings about an element of a dashboard: they point into it, or name its title. */
export function findingsOf(findings: readonly Diagnostic[], element: string, title: string): readonly Diagnostic[] {
  const pointer = `/spec/elements/${element.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return findings.filter(({ path, subject }) =>
    path?.startsWith('/spec/elements/') === true
      ? path === pointer || path.startsWith(`${pointer}/`)
      : subject !== undefined && subject === title,
  );
}
