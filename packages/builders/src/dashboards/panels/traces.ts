import { definePanel, type Panel, type PanelOptions } from './panel.ts';

/** One trace, span by span. Grafana's SDK has no builder for this panel. */
export function traces(title: string, options: PanelOptions): Panel {
  return definePanel<object>(title, options, {
    group: 'traces',
    options: {},
    conventions: { mode: 'range', unit: 'none' },
  });
}
