import { describe, expect, test } from 'vitest';
import type { Loss } from './loss.ts';
import { classicVariable } from './variable.ts';
import type { Variable } from './wire.ts';

const SHARED = { name: 'v', label: 'V', hide: 'hideLabel', skipUrlSync: true, description: 'd' } as const;
const CLASSIC_SHARED = { name: 'v', label: 'V', hide: 1, skipUrlSync: true, description: 'd' };
const OPTION = { text: 'A', value: 'a' };
const CHOICE = { multi: true, includeAll: true, allValue: '.*', allowCustomValue: false } as const;

function converted(variable: Variable): { variable: object; losses: string[] } {
  const losses: Loss[] = [];
  const result = classicVariable(variable, ['spec', 'variables', 0], (loss) => losses.push(loss));
  return { variable: result, losses: losses.map(({ severity, message }) => `${severity}: ${message}`) };
}

function queryVariable(
  spec: unknown,
  over: Partial<Extract<Variable, { kind: 'QueryVariable' }>['spec']> = {},
): Variable {
  return {
    kind: 'QueryVariable',
    spec: {
      ...SHARED,
      ...CHOICE,
      current: OPTION,
      options: [],
      refresh: 'onTimeRangeChanged',
      sort: 'naturalDesc',
      regex: '/x/',
      query: { kind: 'DataQuery', group: 'prometheus', version: 'v0', datasource: { name: 'prom-1' }, spec },
      ...over,
    },
  };
}

describe('classicVariable', () => {
  test('query, with a model', () => {
    const query = { query: 'label_values(up, job)', refId: 'A', qryType: 1 };
    expect(converted(queryVariable(query))).toEqual({
      variable: {
        type: 'query',
        ...CLASSIC_SHARED,
        ...CHOICE,
        datasource: { type: 'prometheus', uid: 'prom-1' },
        query,
        definition: 'label_values(up, job)',
        current: OPTION,
        options: [],
        refresh: 2,
        sort: 8,
        regex: '/x/',
      },
      losses: [],
    });
  });

  test('query, with the text of an older plugin', () => {
    expect(converted(queryVariable({ __legacyStringValue: 'metrics(x)' })).variable).toMatchObject({
      query: 'metrics(x)',
      definition: 'metrics(x)',
    });
  });

  test('query, with what is lost', () => {
    const lossy = queryVariable(
      {},
      { regexApplyTo: 'text', placeholder: 'pick', options: [{ ...OPTION, properties: { region: 'eu' } }] },
    );
    const { variable, losses } = converted(lossy);
    expect(variable).toMatchObject({ options: [OPTION] });
    expect(JSON.stringify(variable)).not.toMatch(/regexApplyTo|placeholder|properties/);
    expect(losses).toEqual([
      'warning: regexApplyTo of variable v has no classic form: the regular expression applies to values',
      'info: placeholder of variable v has no classic form: the field shows its usual placeholder',
      'warning: variable v has options with properties, which have no classic form; ${v.…} will not work',
    ]);
  });

  test('custom', () => {
    const spec = {
      ...SHARED,
      ...CHOICE,
      query: '["a","b"]',
      valuesFormat: 'json',
      current: OPTION,
      options: [OPTION],
    } as const;
    expect(converted({ kind: 'CustomVariable', spec })).toEqual({
      variable: { type: 'custom', ...CLASSIC_SHARED, ...CHOICE, query: 'a,b', current: OPTION, options: [OPTION] },
      losses: [],
    });
  });

  test('switch, as a list of two', () => {
    const spec = { ...SHARED, current: 'off', enabledValue: 'on', disabledValue: 'off' };
    expect(converted({ kind: 'SwitchVariable', spec })).toEqual({
      variable: {
        type: 'custom',
        ...CLASSIC_SHARED,
        query: 'on,off',
        current: { text: 'off', value: 'off' },
        options: [
          { text: 'on', value: 'on', selected: false },
          { text: 'off', value: 'off', selected: true },
        ],
        multi: false,
        includeAll: false,
        allowCustomValue: false,
      },
      losses: ['info: switch v is written as a list of its two values, which every Grafana shows'],
    });
  });

  test('datasource', () => {
    const spec = {
      ...SHARED,
      ...CHOICE,
      pluginId: 'prometheus',
      refresh: 'onDashboardLoad',
      regex: '',
      current: OPTION,
      options: [],
    } as const;
    expect(converted({ kind: 'DatasourceVariable', spec })).toEqual({
      variable: {
        type: 'datasource',
        ...CLASSIC_SHARED,
        ...CHOICE,
        query: 'prometheus',
        refresh: 1,
        regex: '',
        current: OPTION,
        options: [],
      },
      losses: [],
    });
  });

  test('interval', () => {
    const own = { query: '1m,5m', current: OPTION, options: [OPTION], auto: true, auto_min: '10s', auto_count: 30 };
    expect(converted({ kind: 'IntervalVariable', spec: { ...SHARED, ...own, refresh: 'onTimeRangeChanged' } })).toEqual(
      {
        variable: { type: 'interval', ...CLASSIC_SHARED, ...own, refresh: 2 },
        losses: [],
      },
    );
  });

  test('text box', () => {
    expect(converted({ kind: 'TextVariable', spec: { ...SHARED, query: 'a', current: OPTION } }).variable).toEqual({
      type: 'textbox',
      ...CLASSIC_SHARED,
      query: 'a',
      current: OPTION,
      options: [OPTION],
    });
  });

  test('constant, always hidden', () => {
    expect(converted({ kind: 'ConstantVariable', spec: { ...SHARED, query: 'a', current: OPTION } })).toEqual({
      variable: { type: 'constant', ...CLASSIC_SHARED, hide: 2, query: 'a', current: OPTION },
      losses: ['info: a classic constant is always hidden; v would become a text box otherwise'],
    });
    const hidden = { ...SHARED, hide: 'hideVariable', query: 'a', current: OPTION } as const;
    expect(converted({ kind: 'ConstantVariable', spec: hidden }).losses).toEqual([]);
  });

  test('group by', () => {
    const own = { current: OPTION, options: [], multi: true, defaultValue: OPTION };
    expect(
      converted({
        kind: 'GroupByVariable',
        group: 'prometheus',
        datasource: { name: 'prom-1' },
        spec: { ...SHARED, ...own },
      }).variable,
    ).toEqual({
      type: 'groupby',
      ...CLASSIC_SHARED,
      ...own,
      datasource: { type: 'prometheus', uid: 'prom-1' },
    });
  });

  test('ad hoc filters', () => {
    const own = {
      baseFilters: [],
      filters: [{ key: 'job', operator: '=', value: 'a' }],
      defaultKeys: [],
      allowCustomValue: true,
    };
    expect(
      converted({
        kind: 'AdhocVariable',
        group: 'prometheus',
        datasource: { name: 'prom-1' },
        spec: { ...SHARED, ...own, enableGroupBy: true },
      }),
    ).toEqual({
      variable: { type: 'adhoc', ...CLASSIC_SHARED, ...own, datasource: { type: 'prometheus', uid: 'prom-1' } },
      losses: ['warning: enableGroupBy of variable v has no classic form: there is no group-by'],
    });
  });
});
