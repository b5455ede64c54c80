import type { Options } from '@grafana/grafana-foundation-sdk/geomap';
import type { Plain } from '../schema.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export type GeomapOptions = PanelOptions<Plain<Options>>;

/** Values on a map; places are found in fields called latitude and longitude, geohash or a known place's name. */
export function geomap(title: string, options: GeomapOptions): Panel {
  return definePanel<Plain<Options>>(title, options, {
    group: 'geomap',
    options: {
      view: { id: 'fit', lat: 0, lon: 0, zoom: 4, allLayers: true },
      controls: { showZoom: true, mouseWheelZoom: false, showAttribution: true, showScale: false, showDebug: false },
      basemap: { type: 'default', name: 'Base', config: {} },
      layers: [{ type: 'markers', name: 'Values', config: {}, location: { mode: 'auto' }, tooltip: true }],
      tooltip: { mode: 'details' },
    },
    conventions: { mode: 'instant', format: 'table', unit: 'field' },
  });
}
