import { type ProjectGraph, projectGraph, type Resource } from '@binnacle/model';
import { metricNames } from '../../diff/queries.ts';

/** The graph of a project, read when it is first asked for: a large one takes seconds. */
export function graphOf(resources: readonly Resource[]): () => ProjectGraph {
  let known: ProjectGraph | undefined;
  return () => (known ??= projectGraph(resources, metricNames));
}
