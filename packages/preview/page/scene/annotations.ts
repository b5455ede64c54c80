import type { AnnotationQuery } from '@grafana/data';
import { dataLayers, SceneDataLayerSet } from '@grafana/scenes';
import { type PanelQuery, SOURCE } from '../data/source.ts';
import { sourceIn, textIn } from './data-query.ts';
import type { AnnotationSpec } from './spec.ts';

/** How events are written, in the fields of Grafana's Prometheus annotations. */
interface Wording {
  readonly titleFormat: string;
  readonly textFormat: string;
  readonly tagKeys: string;
}

/** An annotation with its query in the page's own shape. */
export interface PreviewAnnotation extends AnnotationQuery {
  readonly wording: Wording;
}

function fieldIn({ query, legacyOptions }: AnnotationSpec['spec'], name: string): string {
  const old: unknown = legacyOptions?.[name];
  return textIn(query, name) ?? (typeof old === 'string' ? old : '');
}

function annotationOf({ spec }: AnnotationSpec): PreviewAnnotation {
  const { name, enable, iconColor, query, hide } = spec;
  const interval = [fieldIn(spec, 'interval'), fieldIn(spec, 'step')].find((text) => text !== '');
  const target: PanelQuery = {
    refId: 'Anno',
    group: query.group,
    source: sourceIn(query),
    expr: fieldIn(spec, 'expr'),
    range: true,
    ...(interval === undefined ? {} : { interval }),
  };
  return {
    name,
    enable,
    hide,
    iconColor,
    datasource: SOURCE,
    wording: {
      titleFormat: fieldIn(spec, 'titleFormat'),
      textFormat: fieldIn(spec, 'textFormat'),
      tagKeys: fieldIn(spec, 'tagKeys'),
    },
    target,
  };
}

/** The dashboard's events that can be asked for here: those of Prometheus. */
export function annotationLayers(annotations: readonly AnnotationSpec[]): SceneDataLayerSet {
  const usable = annotations.filter(({ spec }) => spec.builtIn !== true && spec.query.group === 'prometheus');
  return new SceneDataLayerSet({
    layers: usable.map((annotation) => {
      const query = annotationOf(annotation);
      return new dataLayers.AnnotationsDataLayer({
        name: query.name,
        isEnabled: query.enable,
        isHidden: query.hide === true,
        query,
      });
    }),
  });
}
