import { count } from '../../query/aggregate.ts';
import type { Selector } from '../../query/vector.ts';
import { annotation, type Annotation, type AnnotationOptions } from './annotation.ts';

/** How long after its first sample a version counts as new. */
const NEW_FOR = '5m';

export interface DeploysOptions extends Omit<AnnotationOptions, 'title' | 'tags'> {
  /** Default: `Deployments`. */
  readonly name?: string;
}

/**
 * A mark when a version appears that was not there five minutes before. `buildInfo` is a metric whose series carry the
 * version in a label, as `…_build_info` does.
 */
export function deploys<L extends string>(
  buildInfo: Selector<L, string, 'gauge', never>,
  version: NoInfer<L>,
  options?: DeploysOptions,
): Annotation;
export function deploys(
  buildInfo: Selector<string, string, 'gauge'>,
  version: string,
  { name = 'Deployments', ...rest }: DeploysOptions = {},
): Annotation {
  const running = count(buildInfo, { by: [version] });
  const before = count(buildInfo.offset(NEW_FOR), { by: [version] });
  return annotation(name, running.unless(before), { title: `{{${version}}}`, tags: [version], ...rest });
}
