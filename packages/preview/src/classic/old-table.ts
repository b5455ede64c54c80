import { flag, type Json, number, objects, present, text, texts } from './fields.ts';
import { overrideFor, type Succession } from './visualisation.ts';
import { thresholds } from './field-config.ts';

/** What a table did with its data before it drew it, and the transformations that do the same. */
const TRANSFORMS: Readonly<Record<string, readonly Json[]>> = {
  table: [{ id: 'merge', options: {} }],
  timeseries_to_columns: [{ id: 'joinByField', options: {} }],
  timeseries_to_rows: [{ id: 'seriesToRows', options: {} }],
  timeseries_aggregations: [{ id: 'reduce', options: { reducers: ['lastNotNull'] } }],
};

const COLOUR_MODES: Readonly<Record<string, string>> = {
  cell: 'color-background',
  row: 'color-background',
  value: 'color-text',
};

function properties(style: Json): readonly (readonly [string, unknown])[] {
  const own: (readonly [string, unknown])[] = [];
  const put = (id: string, value: unknown): void => {
    if (value !== undefined) own.push([id, value]);
  };
  put('displayName', text(style, 'alias'));
  if (style['type'] === 'hidden') own.push(['custom.hideFrom.viz', true]);
  if (style['type'] === 'date')
    put('unit', text(style, 'dateFormat') === undefined ? 'dateTimeAsIso' : `time: ${text(style, 'dateFormat') ?? ''}`);
  if (style['type'] === 'number') {
    put('unit', text(style, 'unit'));
    put('decimals', number(style, 'decimals'));
  }
  if (flag(style, 'link') && text(style, 'linkUrl') !== undefined) {
    const link = {
      title: text(style, 'linkTooltip') ?? '',
      url: text(style, 'linkUrl'),
      targetBlank: flag(style, 'linkTargetBlank'),
    };
    own.push(['links', [link]]);
  }
  const mode = COLOUR_MODES[text(style, 'colorMode') ?? ''];
  if (mode !== undefined) {
    const colours = texts(style, 'colors');
    const limits = Array.isArray(style['thresholds']) ? style['thresholds'].map(Number).filter(Number.isFinite) : [];
    const steps = [
      { value: null, color: colours[0] ?? 'green' },
      ...limits.map((value: number, i) => ({ value, color: colours[i + 1] ?? 'red' })),
    ];
    own.push(['custom.cellOptions', { type: mode }], ['thresholds', thresholds(steps)]);
  }
  const align = text(style, 'align');
  if (align !== undefined && align !== 'auto') own.push(['custom.align', align]);
  return own;
}

/** Columns are named by a pattern: a name, or an expression between slashes. */
function overrideOf(style: Json): Json | undefined {
  const pattern = text(style, 'pattern') ?? '';
  const own = properties(style);
  if (pattern === '' || own.length === 0) return undefined;
  return overrideFor(pattern, own);
}

/** The table of Grafana up to 6, styled by column patterns. */
export const oldTable: Succession = (panel, report) => {
  const transform = text(panel, 'transform') ?? 'timeseries_to_rows';
  const transformations = TRANSFORMS[transform];
  if (transformations === undefined) report(`the transform ${transform} is left out`);
  const styles = objects(panel, 'styles');
  const everything = styles.find((style) => style['pattern'] === '/.*/');
  const others = styles.filter((style) => style !== everything);
  const defaults =
    everything === undefined
      ? {}
      : present({
          unit: everything['type'] === 'number' ? text(everything, 'unit') : undefined,
          decimals: number(everything, 'decimals'),
        });
  return {
    plugin: 'table',
    options: { showHeader: panel['showHeader'] !== false },
    defaults: { ...defaults, custom: {} },
    overrides: others.map(overrideOf).filter((override) => override !== undefined),
    ...(transformations !== undefined && objects(panel, 'targets').length > 0 && { transformations }),
  };
};
