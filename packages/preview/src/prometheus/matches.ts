import type { Matcher } from '@binnacle/promql';
import { labelSet, type Labels, seriesMatcher } from '@binnacle/promql/engine';

/** Whether a metric of this name can be what the matchers select. */
export function matchesName(matchers: readonly Matcher[], name: string): boolean {
  const about = matchers.filter(({ label }) => label === '__name__');
  const [only] = about;
  // Nearly every selector is one name: no need to compile anything.
  if (about.length === 1 && only?.op === '=') return only.value === name;
  return seriesMatcher(about)(labelSet({ __name__: name }));
}

/** Whether a series that has at least these labels can be what the matchers select: the others may have any value. */
export function matchesLabels(matchers: readonly Matcher[], labels: Labels): boolean {
  const about = matchers.filter(({ label }) => Object.hasOwn(labels, label) && !(labels[label] ?? '').includes('{{'));
  return seriesMatcher(about)(labelSet(labels));
}
