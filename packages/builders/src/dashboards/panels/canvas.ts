import type { CanvasElementOptions, Options } from '@grafana/grafana-foundation-sdk/canvas';
import type { Plain } from '../schema.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export interface CanvasOptions extends PanelOptions<Plain<Options>> {
  readonly elements: readonly Plain<CanvasElementOptions>[];
}

/** A drawing whose elements take text, colour and size from data. */
export function canvas(title: string, options: CanvasOptions): Panel {
  return definePanel<Plain<Options>>(title, options, {
    group: 'canvas',
    options: {
      inlineEditing: false,
      showAdvancedTypes: false,
      panZoom: false,
      infinitePan: false,
      root: { name: 'root', type: 'frame', elements: options.elements },
    },
    conventions: { mode: 'instant', unit: 'field' },
  });
}
