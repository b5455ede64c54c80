import { flag, type Json, number, object, objects, present, text } from './fields.ts';
import { thresholds } from './field-config.ts';
import { CALCULATIONS, overrideFor, type Succession } from './visualisation.ts';

const SORT = ['none', 'asc', 'desc'];
const COLOURS: Readonly<Record<string, string>> = { critical: 'red', warning: 'orange', ok: 'green' };

type Property = readonly [id: string, value: unknown];

function fillOpacity(fill: number): number {
  return Math.min(100, fill * 10);
}

function scale(written: Json): Json | undefined {
  const base = number(written, 'logBase') ?? 1;
  return base > 1 ? { type: 'log', log: base } : undefined;
}

function drawing(panel: Json): Json {
  const isBars = flag(panel, 'bars');
  const isPoints = !isBars && panel['lines'] === false && flag(panel, 'points');
  const isStacked = flag(panel, 'stack');
  return {
    drawStyle: isBars ? 'bars' : isPoints ? 'points' : 'line',
    fillOpacity: isBars ? 100 : fillOpacity(number(panel, 'fill') ?? 1),
    gradientMode: (number(panel, 'fillGradient') ?? 0) > 0 ? 'opacity' : 'none',
    lineInterpolation: flag(panel, 'steppedLine') ? 'stepAfter' : 'linear',
    lineWidth: panel['lines'] === false && !isBars ? 0 : (number(panel, 'linewidth') ?? 1),
    pointSize: Math.max(1, (number(panel, 'pointradius') ?? 2) * 2),
    showPoints: flag(panel, 'points') ? 'always' : 'never',
    spanNulls: panel['nullPointMode'] === 'connected',
    stacking: { group: 'A', mode: isStacked ? (flag(panel, 'percentage') ? 'percent' : 'normal') : 'none' },
    ...(flag(panel, 'dashes') && {
      lineStyle: { fill: 'dash', dash: [number(panel, 'dashLength') ?? 10, number(panel, 'spaceLength') ?? 10] },
    }),
  };
}

function axis(written: Json): Json {
  return present({
    axisLabel: text(written, 'label'),
    axisPlacement: written['show'] === false ? 'hidden' : undefined,
    scaleDistribution: scale(written),
  });
}

function limits(panel: Json): { readonly defaults: Json; readonly custom: Json } {
  const written = objects(panel, 'thresholds');
  if (written.length === 0) return { defaults: {}, custom: {} };
  const steps = written
    .toSorted((a, b) => (number(a, 'value') ?? 0) - (number(b, 'value') ?? 0))
    .map((limit) => ({
      value: number(limit, 'value') ?? 0,
      colour: COLOURS[text(limit, 'colorMode') ?? ''] ?? text(limit, 'lineColor') ?? text(limit, 'fillColor') ?? 'red',
      isBelow: limit['op'] === 'lt',
    }));
  const [first] = steps;
  // Below a limit is what lies before its step, above it what lies behind.
  const base = { value: null, color: first?.isBelow === true ? first.colour : 'transparent' };
  const rest = steps.map(({ value, colour, isBelow }) => ({ value, color: isBelow ? 'transparent' : colour }));
  const isFilled = written.some((limit) => flag(limit, 'fill'));
  const isLine = written.some((limit) => flag(limit, 'line'));
  const mode = isFilled ? (isLine ? 'line+area' : 'area') : isLine ? 'line' : 'off';
  return { defaults: { thresholds: thresholds([base, ...rest]) }, custom: { thresholdsStyle: { mode } } };
}

function properties(series: Json, right: Json): readonly Property[] {
  const own: Property[] = [];
  const put = (id: string, value: unknown): void => {
    if (value !== undefined) own.push([id, value]);
  };
  const [fill, linewidth] = [number(series, 'fill'), number(series, 'linewidth')];
  if (series['yaxis'] === 2) {
    own.push(['custom.axisPlacement', 'right']);
    put('unit', text(right, 'format'));
    put('min', number(right, 'min'));
    put('max', number(right, 'max'));
    put('custom.axisLabel', text(right, 'label'));
    put('custom.scaleDistribution', scale(right));
  }
  if (series['bars'] === true) own.push(['custom.drawStyle', 'bars'], ['custom.fillOpacity', 100]);
  if (series['lines'] === false) own.push(['custom.lineWidth', 0]);
  if (series['points'] === true) own.push(['custom.showPoints', 'always']);
  put('custom.fillOpacity', fill === undefined ? undefined : fillOpacity(fill));
  put('custom.lineWidth', linewidth);
  if (series['dashes'] === true) own.push(['custom.lineStyle', { fill: 'dash', dash: [10, 10] }]);
  if (typeof series['stack'] === 'string' || typeof series['stack'] === 'boolean') {
    own.push([
      'custom.stacking',
      {
        group: typeof series['stack'] === 'string' ? series['stack'] : 'A',
        mode: series['stack'] === false ? 'none' : 'normal',
      },
    ]);
  }
  if (series['transform'] === 'negative-Y') own.push(['custom.transform', 'negative-Y']);
  put('custom.fillBelowTo', text(series, 'fillBelowTo'));
  const colour = text(series, 'color');
  put('color', colour === undefined ? undefined : { mode: 'fixed', fixedColor: colour });
  const hidden = {
    tooltip: series['hiddenSeries'] === true,
    viz: series['hiddenSeries'] === true,
    legend: series['legend'] === false,
  };
  if (hidden.viz || hidden.legend) own.push(['custom.hideFrom', hidden]);
  return own;
}

function legendOf(panel: Json): Json {
  const legend = object(panel, 'legend');
  const isTable = flag(legend, 'alignAsTable');
  const calcs = legend['values'] === false ? [] : Object.keys(CALCULATIONS).filter((name) => flag(legend, name));
  return {
    showLegend: legend['show'] !== false,
    displayMode: isTable ? 'table' : 'list',
    placement: flag(legend, 'rightSide') ? 'right' : 'bottom',
    calcs: calcs.map((name) => CALCULATIONS[name] ?? name),
  };
}

/** The `graph` panel of Grafana up to 7 as a time series. */
export const graph: Succession = (panel, report) => {
  const [left = {}, right = {}] = objects(panel, 'yaxes');
  const tooltip = object(panel, 'tooltip');
  const xaxis = object(panel, 'xaxis');
  const isOverTime = (text(xaxis, 'mode') ?? 'time') === 'time';
  if (!isOverTime)
    report(
      `the x axis is of the mode ${text(xaxis, 'mode')}, which a time series has not; bars of the newest values are shown`,
    );
  if (objects(panel, 'timeRegions').length > 0) report('time regions are left out');
  if (panel['nullPointMode'] === 'null as zero') report('missing values are not drawn as 0');
  const { defaults: limited, custom } = limits(panel);
  const series = objects(panel, 'seriesOverrides').map((one) =>
    overrideFor(text(one, 'alias') ?? '', properties(one, right)),
  );
  const colours = Object.entries(object(panel, 'aliasColors')).map(([name, colour]) =>
    overrideFor(name, [['color', { mode: 'fixed', fixedColor: colour }]]),
  );
  return {
    plugin: isOverTime ? 'timeseries' : 'barchart',
    options: {
      legend: legendOf(panel),
      tooltip: {
        mode: tooltip['shared'] === false ? 'single' : 'multi',
        sort: SORT[number(tooltip, 'sort') ?? 0] ?? 'none',
      },
    },
    defaults: {
      ...present({
        unit: text(left, 'format'),
        min: number(left, 'min'),
        max: number(left, 'max'),
        decimals: number(left, 'decimals') ?? number(panel, 'decimals'),
      }),
      ...limited,
      color: { mode: 'palette-classic' },
      custom: { ...drawing(panel), ...axis(left), ...custom },
    },
    overrides: [...series, ...colours],
    ...(!isOverTime && { transformations: [{ id: 'reduce', options: { reducers: ['lastNotNull'] } }] }),
  };
};
