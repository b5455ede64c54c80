import { type PanelPluginMeta, PluginType } from '@grafana/data';

/** What Grafana knows about a panel besides how to draw it. */
export function metaOf(id: string): PanelPluginMeta {
  return {
    id,
    name: id,
    type: PluginType.panel,
    sort: 0,
    module: '',
    baseUrl: '',
    info: {
      author: { name: '' },
      description: '',
      links: [],
      logos: { large: '', small: '' },
      screenshots: [],
      updated: '',
      version: '',
    },
  };
}
