import { isRecord } from '@binnacle/model';
import type { Context } from './context.ts';
import { dataQuery, datasourceOf } from './datasource.ts';
import { flag, type Json, number, object, objects, present, text } from './fields.ts';

const HIDE = ['dontHide', 'hideLabel', 'hideVariable', 'inControlsMenu'];
const REFRESH = ['never', 'onDashboardLoad', 'onTimeRangeChanged'];
const SORT = [
  'disabled',
  'alphabeticalAsc',
  'alphabeticalDesc',
  'numericalAsc',
  'numericalDesc',
  'alphabeticalCaseInsensitiveAsc',
  'alphabeticalCaseInsensitiveDesc',
  'naturalAsc',
  'naturalDesc',
];
/** Where Grafana keeps a query that was plain text in the classic form. */
const PLAIN_TEXT = '__legacyStringValue';

function wordAt(words: readonly string[], index: unknown, otherwise: number): string {
  const found =
    typeof index === 'number' ? words[index] : typeof index === 'boolean' ? words[Number(index)] : undefined;
  return found ?? words[otherwise] ?? '';
}

/** A plain value as a text. */
function plain(written: unknown): string {
  if (typeof written === 'string') return written;
  return typeof written === 'number' || typeof written === 'boolean' ? String(written) : '';
}

function value(written: unknown): string | readonly string[] {
  return Array.isArray(written) ? written.map(plain) : plain(written);
}

/** A value with its text. */
function option(written: Json): Json {
  const own = value(written['value']);
  const shown = written['text'] === undefined ? own : value(written['text']);
  return {
    ...(typeof written['selected'] === 'boolean' && { selected: written['selected'] }),
    text: shown,
    value: own,
  };
}

function shared(written: Json, hidden = 0): Json {
  return {
    name: text(written, 'name') ?? '',
    hide: wordAt(HIDE, written['hide'], hidden),
    skipUrlSync: flag(written, 'skipUrlSync'),
    ...present({ label: text(written, 'label'), description: text(written, 'description') }),
  };
}

function choice(written: Json): Json {
  return {
    current: option(object(written, 'current')),
    options: objects(written, 'options').map(option),
    multi: flag(written, 'multi'),
    includeAll: flag(written, 'includeAll'),
    allowCustomValue: written['allowCustomValue'] !== false,
    ...present({ allValue: text(written, 'allValue') }),
  };
}

function query(written: Json, context: Context): Json {
  const own = written['query'];
  const spec = isRecord(own) ? own : { query: plain(own), [PLAIN_TEXT]: plain(own) };
  // Variables of queries in text belong to Prometheus nearly always, and say so when they do not.
  const reference = datasourceOf(written['datasource'], { expr: '' }, context);
  const order = text(written, 'staticOptionsOrder');
  return {
    ...shared(written),
    ...choice(written),
    query: dataQuery(spec, reference ?? { group: 'prometheus' }),
    regex: text(written, 'regex') ?? '',
    refresh: wordAt(REFRESH, written['refresh'], 1),
    sort: wordAt(SORT, written['sort'], 0),
    ...present({
      definition: text(written, 'definition'),
      staticOptions: Array.isArray(written['staticOptions'])
        ? objects(written, 'staticOptions').map(option)
        : undefined,
      staticOptionsOrder: order,
    }),
  };
}

/** The choices of a list of values, where a file leaves them out. */
function listed(written: Json): readonly Json[] {
  const given = objects(written, 'options').map(option);
  if (given.length > 0) return given;
  const values = (text(written, 'query') ?? '').split(/(?<!\\),/).map((one) => one.trim().replaceAll('\\,', ','));
  return values
    .filter((one) => one !== '')
    .map((one) => {
      const [shown = one, own = shown] = one.split(/\s+:\s+/);
      return { text: shown, value: own };
    });
}

function withFirst(written: Json, options: readonly Json[]): Json {
  const current = object(written, 'current');
  return current['value'] === undefined && options[0] !== undefined ? options[0] : option(current);
}

function filters(written: Json, key: string): readonly Json[] {
  return objects(written, key).map(({ key: name, operator, value: own, ...rest }) => ({
    ...rest,
    key: plain(name),
    operator: operator === undefined ? '=' : plain(operator),
    value: plain(own),
  }));
}

function grouped(kind: string, spec: Json, written: Json, context: Context): Json {
  const { group, name } = datasourceOf(written['datasource'], { expr: '' }, context) ?? { group: 'prometheus' };
  return { kind, group, ...(name !== undefined && { datasource: { name } }), spec };
}

/** A classic variable in the v2 shape; undefined, and a loss, for a type that has none. */
function variable(written: Json, context: Context): Json | undefined {
  const type = text(written, 'type') ?? 'query';
  switch (type) {
    case 'query':
      return { kind: 'QueryVariable', spec: query(written, context) };
    case 'custom': {
      const options = listed(written);
      const spec = { ...shared(written), ...choice(written), options, current: withFirst(written, options) };
      return { kind: 'CustomVariable', spec: { ...spec, query: text(written, 'query') ?? '' } };
    }
    case 'datasource':
      return {
        kind: 'DatasourceVariable',
        spec: {
          ...shared(written),
          ...choice(written),
          pluginId: text(written, 'query') ?? '',
          regex: text(written, 'regex') ?? '',
          refresh: wordAt(REFRESH, written['refresh'], 1),
        },
      };
    case 'interval': {
      const options = listed(written);
      return {
        kind: 'IntervalVariable',
        spec: {
          ...shared(written),
          query: text(written, 'query') ?? '',
          current: withFirst(written, options),
          options,
          auto: flag(written, 'auto'),
          auto_min: text(written, 'auto_min') ?? '10s',
          auto_count: number(written, 'auto_count') ?? 30,
          refresh: 'onTimeRangeChanged',
        },
      };
    }
    case 'textbox':
    case 'constant': {
      const own = text(written, 'query') ?? '';
      const current = object(written, 'current');
      const spec = {
        ...shared(written, type === 'constant' ? 2 : 0),
        query: own,
        current: current['value'] === undefined ? { text: own, value: own } : option(current),
      };
      return { kind: type === 'constant' ? 'ConstantVariable' : 'TextVariable', spec };
    }
    case 'adhoc': {
      const spec = {
        ...shared(written),
        baseFilters: filters(written, 'baseFilters'),
        filters: filters(written, 'filters'),
        defaultKeys: objects(written, 'defaultKeys'),
        allowCustomValue: written['allowCustomValue'] !== false,
      };
      return grouped('AdhocVariable', spec, written, context);
    }
    case 'groupby': {
      const { current, options, multi } = choice(written);
      return grouped('GroupByVariable', { ...shared(written), current, options, multi }, written, context);
    }
    default:
      context.report(
        `variable ${text(written, 'name') ?? ''} is of the type ${type}, which the v2 shape has not; it is left out`,
      );
      return undefined;
  }
}

/** The variables of a classic dashboard in the v2 shape. */
export function variablesOf(dashboard: Json, context: Context): readonly Json[] {
  return objects(object(dashboard, 'templating'), 'list')
    .map((written) => variable(written, context))
    .filter((made) => made !== undefined);
}
