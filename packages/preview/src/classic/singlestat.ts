import { flag, type Json, number, object, objects, present, text, texts } from './fields.ts';
import { thresholds } from './field-config.ts';
import { CALCULATIONS, type Succession } from './visualisation.ts';

const USUAL_COLOURS = ['#299c46', '#ed8128', '#d44a3a'];

/** `valueMaps` or `rangeMaps`, whichever the panel uses: 1 is values, 2 ranges. */
function mappingsOf(panel: Json): readonly Json[] {
  if (number(panel, 'mappingType') === 2) {
    return objects(panel, 'rangeMaps').flatMap((map) => {
      const [from, to] = [number(map, 'from') ?? null, number(map, 'to') ?? null];
      if (from === null && to === null) return [];
      return [{ type: 'range', options: { from, to, result: { text: text(map, 'text') ?? '' } } }];
    });
  }
  return objects(panel, 'valueMaps').flatMap((map): Json[] => {
    const value = text(map, 'value');
    if (value === undefined) return [];
    const result = { text: text(map, 'text') ?? '' };
    if (value === 'null') return [{ type: 'special', options: { match: 'null', result } }];
    return [{ type: 'value', options: { [value]: result } }];
  });
}

/** `70,90` and three colours as steps of a scale. */
function steps(panel: Json): readonly Json[] {
  const colours = texts(panel, 'colors').length > 0 ? texts(panel, 'colors') : USUAL_COLOURS;
  const limits = (text(panel, 'thresholds') ?? '')
    .split(',')
    .filter((limit) => limit.trim() !== '')
    .map(Number)
    .filter(Number.isFinite);
  const of = (i: number): string => colours[i] ?? colours.at(-1) ?? 'green';
  return [{ value: null, color: of(0) }, ...limits.map((value, i) => ({ value, color: of(i + 1) }))];
}

/** The `singlestat` panel of Grafana up to 7 as a stat, or as a gauge where it showed one. */
export const singlestat: Succession = (panel, report) => {
  const gauge = object(panel, 'gauge');
  const isGauge = flag(gauge, 'show');
  const name = text(panel, 'valueName') ?? 'avg';
  const calc = CALCULATIONS[name] ?? 'lastNotNull';
  for (const part of ['prefix', 'postfix']) {
    const around = text(panel, part);
    if (around !== undefined) report(`the ${part} ${JSON.stringify(around)} is left out`);
  }
  const isFromName = name === 'name';
  const isColoured = flag(panel, 'colorValue') || flag(panel, 'colorBackground');
  const reduceOptions = {
    calcs: [calc],
    fields: text(panel, 'tableColumn') === undefined ? '' : `/^${text(panel, 'tableColumn') ?? ''}$/`,
    values: false,
  };
  return {
    plugin: isGauge ? 'gauge' : 'stat',
    options: isGauge
      ? {
          reduceOptions,
          orientation: 'auto',
          showThresholdLabels: flag(gauge, 'thresholdLabels'),
          showThresholdMarkers: gauge['thresholdMarkers'] !== false,
        }
      : {
          reduceOptions,
          orientation: 'auto',
          justifyMode: 'auto',
          textMode: isFromName ? 'name' : 'auto',
          colorMode: flag(panel, 'colorBackground') ? 'background' : flag(panel, 'colorValue') ? 'value' : 'none',
          graphMode: flag(object(panel, 'sparkline'), 'show') ? 'area' : 'none',
        },
    defaults: {
      ...present({
        unit: text(panel, 'format'),
        decimals: number(panel, 'decimals'),
        noValue: text(panel, 'nullText'),
        min: isGauge ? (number(gauge, 'minValue') ?? 0) : undefined,
        max: isGauge ? (number(gauge, 'maxValue') ?? 100) : undefined,
      }),
      mappings: mappingsOf(panel),
      thresholds: thresholds(isColoured || isGauge ? steps(panel) : steps(panel).slice(0, 1)),
      color: { mode: 'thresholds' },
    },
    overrides: [],
  };
};
