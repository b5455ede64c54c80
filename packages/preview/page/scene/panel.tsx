import { type DataTransformerConfig, LoadingState, getDefaultTimeRange } from '@grafana/data';
import {
  SceneDataNode,
  type SceneDataProvider,
  SceneDataTransformer,
  SceneQueryRunner,
  VizPanel,
} from '@grafana/scenes';
import { type PanelQuery, SOURCE } from '../data/source.ts';
import { PanelMarks } from '../findings/panel-marks.tsx';
import { panelMenu } from '../inspect/menu.ts';
import { flagIn, sourceIn, textIn } from './data-query.ts';
import { fieldConfigOf } from './field-config.ts';
import { OtherPanelData, otherPanelIn } from './other-panel.ts';
import { PanelTimeMark, PanelTimeRange } from './panel-time-range.tsx';
import type { Copy } from './repeat.ts';
import type { ElementSpec, PanelSpec } from './spec.ts';
import { traceqlIn } from './tempo-query.ts';

type QuerySpec = PanelSpec['data']['spec']['queries'][number]['spec'];

function queryOf({ query, refId, hidden }: QuerySpec): PanelQuery {
  const interval = textIn(query, 'interval');
  const legend = textIn(query, 'legendFormat');
  const format = textIn(query, 'format');
  // Loki's queries say it in a word.
  const instant = query.group === 'loki' && textIn(query, 'queryType') === 'instant' ? true : flagIn(query, 'instant');
  const range = flagIn(query, 'range');
  const factor = textIn(query, 'intervalFactor');
  const limit = textIn(query, 'maxLines') ?? textIn(query, 'limit');
  return {
    refId,
    hide: hidden,
    datasource: SOURCE,
    group: query.group,
    source: sourceIn(query),
    expr: query.group === 'tempo' ? traceqlIn(query) : (textIn(query, 'expr') ?? ''),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(legend === undefined ? {} : { legendFormat: legend }),
    ...(format === undefined ? {} : { format }),
    ...(instant === undefined ? {} : { instant }),
    ...(range === undefined ? {} : { range }),
    ...(interval === undefined ? {} : { interval }),
    ...(factor === undefined ? {} : { intervalFactor: Number(factor) }),
  };
}

function transformationsOf({ transformations }: PanelSpec['data']['spec']): DataTransformerConfig[] {
  return transformations.map(({ group, spec }) => {
    const { disabled, filter } = spec;
    const options: unknown = spec.options;
    return {
      id: group,
      options,
      ...(disabled === undefined ? {} : { disabled }),
      ...(filter === undefined ? {} : { filter: { id: filter.id, options: filter.options as unknown } }),
    };
  });
}

function dataOf({ data, id }: PanelSpec): SceneDataProvider {
  const { queries, queryOptions } = data.spec;
  if (queries.length === 0) {
    return new SceneDataNode({ data: { state: LoadingState.Done, series: [], timeRange: getDefaultTimeRange() } });
  }
  const [first] = queries;
  const other = queries.length > 1 || first === undefined ? undefined : otherPanelIn(first.spec.query);
  if (other !== undefined) {
    return new SceneDataTransformer({
      transformations: transformationsOf(data.spec),
      $data: new OtherPanelData(other),
    });
  }
  const { interval, maxDataPoints } = queryOptions;
  return new SceneDataTransformer({
    transformations: transformationsOf(data.spec),
    $data: new SceneQueryRunner({
      datasource: SOURCE,
      queries: queries.map(({ spec }) => queryOf(spec)),
      maxDataPointsFromWidth: true,
      dataLayerFilter: { panelId: id },
      ...(interval === undefined || interval === '' ? {} : { minInterval: interval }),
      ...(maxDataPoints === undefined ? {} : { maxDataPoints }),
    }),
  });
}

function timeRangeOf({ data }: PanelSpec): PanelTimeRange | undefined {
  const { timeFrom = '', timeShift = '', hideTimeOverride = false } = data.spec.queryOptions;
  return timeFrom === '' && timeShift === ''
    ? undefined
    : new PanelTimeRange({ timeFrom, timeShift, hideTimeOverride });
}

/** Plugin that stands for a panel of the library, whose definition is not in the dashboard. */
export const LIBRARY_PANEL = 'library panel';

/** Makes the panel of an element: its queries, transformations, looks and menu. */
export function panelOf(name: string, element: ElementSpec | undefined, copy: Copy): VizPanel {
  if (element?.kind !== 'Panel') {
    const title = element === undefined ? name : element.spec.title;
    const noData = new SceneDataNode({
      data: { state: LoadingState.Done, series: [], timeRange: getDefaultTimeRange() },
    });
    return new VizPanel({
      key: `panel-${name}`,
      title,
      pluginId: LIBRARY_PANEL,
      $data: noData,
      options: {},
      fieldConfig: { defaults: {}, overrides: [] },
    });
  }
  const { spec } = element;
  const { id, title, description, transparent, vizConfig, links } = spec;
  const range = timeRangeOf(spec);
  const options: unknown = vizConfig.spec.options;
  return new VizPanel({
    key: `panel-${id}${copy.suffix === '' ? '' : `-${copy.suffix}`}`,
    title,
    pluginId: vizConfig.group,
    ...(description === undefined || description === '' ? {} : { description }),
    ...(transparent === true ? { displayMode: 'transparent' as const } : {}),
    ...(title === '' ? { hoverHeader: true } : {}),
    options: typeof options === 'object' && options !== null ? options : {},
    fieldConfig: fieldConfigOf(vizConfig.spec.fieldConfig),
    $data: dataOf(spec),
    ...(range === undefined ? {} : { $timeRange: range }),
    titleItems: (
      <>
        <PanelMarks element={name} links={links} />
        <PanelTimeMark />
      </>
    ),
    menu: panelMenu(),
  });
}
