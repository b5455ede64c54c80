import { type DataFrame, FieldType, type LinkModel, type PanelProps } from '@grafana/data';
import {
  LegendDisplayMode,
  SortOrder,
  TooltipDisplayMode,
  type VizLegendOptions,
  type VizTooltipOptions,
} from '@grafana/schema';
import { TimeSeries, TooltipPlugin2, type UPlotConfigBuilder, usePanelContext } from '@grafana/ui';
import { AnnotationMarks } from './annotation-marks.tsx';
import { ChartTooltip } from './chart-tooltip.tsx';

/** Options of the panels that draw lines over an axis. */
export interface LineOptions {
  readonly legend: VizLegendOptions;
  readonly tooltip: VizTooltipOptions;
}

/** The legend and the tooltip of a definition that says nothing about them. */
export const LINE_OPTIONS: LineOptions = {
  legend: { showLegend: true, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] },
  tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
};

/** Looks of a line whose definition says nothing about it. */
export const LINE_CUSTOM: Readonly<Record<string, unknown>> = {
  drawStyle: 'line',
  lineInterpolation: 'linear',
  barAlignment: 0,
  lineWidth: 1,
  fillOpacity: 0,
  gradientMode: 'none',
  spanNulls: false,
  showPoints: 'auto',
  pointSize: 5,
  stacking: { mode: 'none', group: 'A' },
  axisPlacement: 'auto',
  axisColorMode: 'text',
  scaleDistribution: { type: 'linear' },
  hideFrom: { tooltip: false, viz: false, legend: false },
  thresholdsStyle: { mode: 'off' },
};

const HOVER = { one: 0, all: 1 } as const;
/** The scope in which Grafana's time series hand their cursor to each other. */
const SCOPE = '__global_';

interface TimeChartProps {
  readonly panel: PanelProps<LineOptions>;
  readonly frames: DataFrame[];
  /** Joins frames in another way than by time. */
  readonly prepare?: (frames: DataFrame[]) => DataFrame | null;
}

function linksOf(frame: DataFrame, series: number, row: number): LinkModel[] {
  return frame.fields[series]?.getLinks?.({ valueRowIndex: row }) ?? [];
}

/** True when a frame has something to put on the two axes of a chart. */
export function isChartable({ fields }: DataFrame): boolean {
  const has = (...types: readonly FieldType[]): boolean => fields.some(({ type }) => types.includes(type));
  return has(FieldType.time) && has(FieldType.number, FieldType.enum);
}

/** Grafana's own time series chart, with tooltip, zoom, shared crosshair and annotations. */
export function TimeChart({ panel, frames, prepare }: TimeChartProps) {
  const { width, height, timeRange, timeZone, options, data, onChangeTimeRange } = panel;
  const { sync, eventsScope } = usePanelContext();
  const { legend, tooltip } = { ...LINE_OPTIONS, ...options };
  const mode = tooltip.mode;
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev ?? 0}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={{ ...LINE_OPTIONS.legend, ...legend }}
      options={{ ...options }}
      {...(prepare === undefined ? {} : { preparePlotFrame: prepare })}
    >
      {(config: UPlotConfigBuilder, aligned: DataFrame) => (
        <>
          {mode === TooltipDisplayMode.None ? null : (
            <TooltipPlugin2
              config={config}
              hoverMode={mode === TooltipDisplayMode.Multi ? HOVER.all : HOVER.one}
              syncScope={eventsScope ?? SCOPE}
              {...(sync === undefined ? {} : { syncMode: sync() })}
              queryZoom={onChangeTimeRange}
              getDataLinks={(series, row) => linksOf(aligned, series, row)}
              render={(_, rows, series, pinned, _dismiss, _range, _viaSync, links) => (
                <ChartTooltip
                  frame={aligned}
                  frames={frames}
                  rows={rows}
                  series={series}
                  pinned={pinned}
                  links={links}
                  all={mode === TooltipDisplayMode.Multi}
                  sort={tooltip.sort}
                />
              )}
            />
          )}
          {data.annotations === undefined || data.annotations.length === 0 ? null : (
            <AnnotationMarks config={config} frames={data.annotations} timeZone={timeZone} />
          )}
        </>
      )}
    </TimeSeries>
  );
}
