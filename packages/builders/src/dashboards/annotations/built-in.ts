import type { AnnotationQuery } from '../schema.ts';

/** Annotations that people write in Grafana itself; every dashboard has them. */
export function builtInAnnotations(): AnnotationQuery {
  return {
    kind: 'AnnotationQuery',
    spec: {
      builtIn: true,
      enable: true,
      hide: true,
      iconColor: 'rgba(0, 211, 255, 1)',
      name: 'Annotations & Alerts',
      query: { kind: 'DataQuery', group: 'grafana', version: 'v0', datasource: { name: '-- Grafana --' }, spec: {} },
    },
  };
}
