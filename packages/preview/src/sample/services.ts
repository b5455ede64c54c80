import { isService, type MetricSpec, type Resource } from '@binnacle/model';
import { type Part, partsOf } from './family.ts';
import type { Hints } from './label-values.ts';
import { SCRAPE_METRICS } from './scrape.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Target } from './timeline.ts';

/** A metric of a contract, as one of its series. */
export interface DeclaredSeries {
  readonly metric: MetricSpec;
  readonly part: Part;
  readonly subject: Subject;
}

function targetsOf(subject: Subject, kind: string, hints: Hints): readonly Target[] {
  const { service } = subject;
  const wanted = [...subject.metrics.keys()].flatMap((metric) => hints(metric, 'job'));
  const job = wanted.includes(service) ? service : (wanted[0] ?? service);
  const count = kind === 'batch' ? 1 : kind === 'infrastructure' || kind === 'datastore' ? 2 : 3;
  const port = kind === 'host' ? 9100 : 8080;
  return Array.from({ length: count }, (_, index) => ({
    service,
    job,
    instance: `${service}-${index + 1}:${port}`,
    index,
  }));
}

/** The services that samples are made of, each with its targets, and the series their contracts declare, by name. */
export function sampledServices(
  resources: readonly Resource[],
  hints: Hints,
): {
  readonly subjects: ReadonlyMap<Subject, readonly Target[]>;
  readonly declared: ReadonlyMap<string, readonly DeclaredSeries[]>;
} {
  const subjects = new Map<Subject, readonly Target[]>();
  const declared = new Map<string, DeclaredSeries[]>();
  for (const service of resources.filter(isService)) {
    const subject = subjectOf(service);
    subjects.set(subject, targetsOf(subject, service.spec.kind, hints));
    for (const metric of subject.metrics.values()) {
      for (const [name, part] of partsOf(metric)) {
        // A contract may tell of `up`; every target has it.
        if (SCRAPE_METRICS.has(name)) continue;
        declared.set(name, [...(declared.get(name) ?? []), { metric, part, subject }]);
      }
    }
  }
  return { subjects, declared };
}
