import type { Resource } from '@binnacle/model';
import { entries, field, list, text } from '../json.ts';
import { type Place, pointer } from '../place.ts';

/** A template of an alert: one of its labels or annotations. */
export interface AlertTemplate {
  readonly field: 'labels' | 'annotations';
  readonly name: string;
  readonly text: string;
  readonly place: Place;
}

/** An alert or a record, with what rules ask of it. */
export interface PrometheusRule {
  readonly type: 'alert' | 'record';
  readonly name: string;
  readonly expr: string;
  /** Names of the labels that the rule or its group adds. */
  readonly labels: readonly string[];
  readonly place: Place;
  /** Of an alert; a record has none. */
  readonly templates: readonly AlertTemplate[];
}

/** The alerts and records of a PrometheusRule resource, in the order they are evaluated. */
export function* readPrometheusRule(resource: Resource): Generator<PrometheusRule> {
  for (const [g, group] of list(field(resource.spec, 'groups')).entries()) {
    for (const [r, rule] of list(field(group, 'rules')).entries()) {
      const alert = text(field(rule, 'alert'));
      const name = alert ?? text(field(rule, 'record'));
      const expr = text(field(rule, 'expr'));
      if (name === undefined || expr === undefined) continue;
      const path = `/spec/groups/${g}/rules/${r}`;
      const templates = (['labels', 'annotations'] as const).flatMap((kind) =>
        entries(field(rule, kind)).flatMap(([key, value]) => {
          const place = { resource, path: pointer(path, kind, key), subject: name };
          return typeof value === 'string' ? [{ field: kind, name: key, text: value, place }] : [];
        }),
      );
      yield {
        type: alert === undefined ? 'record' : 'alert',
        name,
        expr,
        labels: [field(group, 'labels'), field(rule, 'labels')].flatMap(entries).map(([label]) => label),
        place: { resource, path, subject: name },
        templates: alert === undefined ? [] : templates,
      };
    }
  }
}
