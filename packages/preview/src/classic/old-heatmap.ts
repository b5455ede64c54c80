import { type Json, number, object, present, text } from './fields.ts';
import type { Succession } from './visualisation.ts';

/** The heatmap of Grafana up to 8, whose settings lie in the panel itself. */
export const oldHeatmap: Succession = (panel) => {
  const [axis, colour, tooltip] = [object(panel, 'yAxis'), object(panel, 'color'), object(panel, 'tooltip')];
  const isCalculated = text(panel, 'dataFormat') !== 'tsbuckets';
  const scheme = (text(colour, 'colorScheme') ?? 'interpolateOranges').replace(/^interpolate/, '');
  const buckets: Json = isCalculated
    ? {
        calculate: true,
        calculation: present({ xBuckets: bucket(panel, 'xBucket'), yBuckets: bucket(panel, 'yBucket') }),
      }
    : { calculate: false };
  return {
    plugin: 'heatmap',
    options: {
      ...buckets,
      color: {
        mode: text(colour, 'mode') === 'opacity' ? 'opacity' : 'scheme',
        scheme,
        fill: text(colour, 'cardColor') ?? 'dark-orange',
        exponent: number(colour, 'exponent') ?? 0.5,
        scale: text(colour, 'colorScale') === 'linear' ? 'linear' : 'exponential',
        steps: 64,
        reverse: false,
      },
      cellGap: number(object(panel, 'cards'), 'cardPadding') ?? 1,
      filterValues: { le: panel['hideZeroBuckets'] === true ? 1e-9 : 0 },
      legend: { show: object(panel, 'legend')['show'] !== false },
      rowsFrame: {
        layout:
          text(panel, 'yBucketBound') === 'upper' ? 'le' : text(panel, 'yBucketBound') === 'lower' ? 'ge' : 'auto',
      },
      tooltip: {
        mode: tooltip['show'] === false ? 'none' : 'single',
        yHistogram: tooltip['showHistogram'] === true,
        showColorScale: false,
      },
      yAxis: present({
        axisPlacement: axis['show'] === false ? 'hidden' : 'left',
        unit: text(axis, 'format'),
        decimals: number(axis, 'decimals'),
        min: number(axis, 'min'),
        max: number(axis, 'max'),
        reverse: panel['reverseYBuckets'] === true,
      }),
    },
    defaults: { custom: {} },
    overrides: [],
  };
};

function bucket(panel: Json, axis: string): Json | undefined {
  const [size, count] = [text(panel, `${axis}Size`), text(panel, `${axis}Number`)];
  if (size !== undefined) return { mode: 'size', value: size };
  return count === undefined ? undefined : { mode: 'count', value: count };
}
