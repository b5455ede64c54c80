import { isRecord } from '@binnacle/model';
import type { Context } from './context.ts';
import { fieldConfigOf } from './field-config.ts';
import { fieldOptions, hasFieldOptions } from './field-options.ts';
import { flag, type Json, object, objects, present, text } from './fields.ts';
import { graph } from './graph.ts';
import { panelLinks } from './links.ts';
import { oldHeatmap } from './old-heatmap.ts';
import { oldTable } from './old-table.ts';
import { queryGroup } from './queries.ts';
import { singlestat } from './singlestat.ts';
import type { Succession, Visualisation } from './visualisation.ts';

/** Plugins that were renamed and kept their options. */
const RENAMED: Readonly<Record<string, string>> = {
  'grafana-piechart-panel': 'piechart',
  'grafana-worldmap-panel': 'geomap',
  'natel-discrete-panel': 'state-timeline',
  'flant-statusmap-panel': 'status-history',
};

/** How a panel of an old plugin becomes one of today; undefined when it is one of today. */
function successionOf(panel: Json): Succession | undefined {
  switch (panel['type']) {
    case 'graph':
      return graph;
    case 'singlestat':
    case 'grafana-singlestat-panel':
      return singlestat;
    case 'table-old':
      return oldTable;
    case 'table':
      return Array.isArray(panel['styles']) || Array.isArray(panel['columns']) ? oldTable : undefined;
    case 'heatmap':
      return isRecord(panel['yAxis']) || typeof panel['dataFormat'] === 'string' ? oldHeatmap : undefined;
    default:
      return hasFieldOptions(panel) ? fieldOptions : undefined;
  }
}

/** Options of a panel; those of old text panels lie in the panel itself. */
function optionsOf(panel: Json): Json {
  const options = object(panel, 'options');
  if (panel['type'] !== 'text' || typeof panel['content'] !== 'string' || options['content'] !== undefined)
    return options;
  return { content: panel['content'], mode: text(panel, 'mode') ?? 'markdown', ...options };
}

function asItIs(panel: Json): Visualisation {
  const type = text(panel, 'type') ?? 'timeseries';
  const { defaults, overrides } = fieldConfigOf(panel);
  return { plugin: RENAMED[type] ?? type, options: optionsOf(panel), defaults, overrides };
}

function drawn(panel: Json, context: Context): Visualisation {
  const succession = successionOf(panel);
  if (succession === undefined) return asItIs(panel);
  const title = text(panel, 'title') ?? '';
  return succession(panel, (loss) => context.report(`panel ${title}: ${loss}`));
}

function libraryReference(panel: Json): { readonly uid: string; readonly name: string } | undefined {
  const reference = panel['libraryPanel'];
  if (!isRecord(reference)) return undefined;
  const uid = text(reference, 'uid');
  return uid === undefined ? undefined : { uid, name: text(reference, 'name') ?? uid };
}

/** An element of a classic panel with its id. A library panel is drawn where its content came along, and is a reference otherwise. */
export function elementOf(panel: Json, id: number, context: Context): Json {
  const reference = libraryReference(panel);
  const content = reference === undefined ? undefined : context.library.get(reference.uid);
  const title = text(panel, 'title') ?? reference?.name ?? '';
  if (reference !== undefined && content === undefined) {
    context.report(`the content of library panel ${reference.name} lives in Grafana; it cannot be shown`);
    return { kind: 'LibraryPanel', spec: { id, title, libraryPanel: reference } };
  }
  const whole = content === undefined ? panel : { ...content, title };
  const { plugin, options, defaults, overrides, transformations = [] } = drawn(whole, context);
  const written = [...transformations, ...objects(whole, 'transformations')];
  return {
    kind: 'Panel',
    spec: {
      id,
      title,
      links: panelLinks(whole, context),
      data: queryGroup({ ...whole, transformations: written }, context),
      vizConfig: {
        kind: 'VizConfig',
        group: plugin,
        version: text(whole, 'pluginVersion') ?? '',
        spec: { options, fieldConfig: { defaults, overrides } },
      },
      ...present({
        description: text(whole, 'description'),
        transparent: flag(whole, 'transparent') ? true : undefined,
      }),
    },
  };
}
