import { print } from '@binnacle/promql';
import { argument } from '../../query/expression.ts';
import type { Readable } from '../../query/readable.ts';
import type { Instant, LabelsOf } from '../../query/vector.ts';
import { colourName, type Colour } from '../panels/colour.ts';
import { datasourceOf } from '../queries/datasource.ts';
import type { LegendText } from '../queries/legend.ts';
import type { AnnotationQuery } from '../schema.ts';

/** An annotation query as a dashboard holds it. */
export interface Annotation {
  readonly type: 'annotation';
  readonly kind: AnnotationQuery;
}

export interface AnnotationOptions<T extends string = string> {
  /** Heading of each event; `{{label}}` is replaced. Default: the name of the annotation. */
  readonly title?: T;
  /** Default: `info`. */
  readonly color?: Colour;
  /** Labels to show as tags. */
  readonly tags?: readonly string[];
  /** Off until a reader turns it on. */
  readonly off?: boolean;
  /** How exactly events are placed: a duration. Default: a minute. */
  readonly step?: string;
  /** Logical name of a datasource. Default: the dashboard's datasource variable. */
  readonly datasource?: string;
}

/** Marks on every graph for as long as the expression has a value; each series is an event. */
export function annotation<V extends Instant, const T extends string = string>(
  name: string,
  events: V & Readable<V>,
  options?: AnnotationOptions<T & LegendText<LabelsOf<V>, T>>,
): Annotation;
export function annotation(name: string, events: Instant, options: AnnotationOptions = {}): Annotation {
  const { title = name, color = 'info', tags = [], off = false, step = '60s', datasource } = options;
  const expr = print(argument(events, name, 'expression'));
  return {
    type: 'annotation',
    kind: {
      kind: 'AnnotationQuery',
      spec: {
        name,
        enable: !off,
        hide: false,
        iconColor: colourName(color),
        query: {
          kind: 'DataQuery',
          group: 'prometheus',
          version: 'v0',
          datasource: datasourceOf('prometheus', datasource) ?? {},
          spec: { expr, interval: step, refId: 'Anno' },
        },
        // Read by Grafana's Prometheus datasource beside the query.
        legacyOptions: { expr, step, titleFormat: title, tagKeys: tags.join(','), textFormat: '' },
      },
    },
  };
}
