import { present } from '../present.ts';
import { customCsv, customQuery } from './custom-values.ts';
import { datasourceRef } from './datasource.ts';
import type { Path, Report } from './loss.ts';
import { plainQuery } from './plain-query.ts';
import type { ClassicVariable, Variable, VariableOption } from './wire.ts';

const HIDE = { dontHide: 0, hideLabel: 1, hideVariable: 2, inControlsMenu: 3 } as const;
const REFRESH = { never: 0, onDashboardLoad: 1, onTimeRangeChanged: 2 } as const;
const SORT = {
  disabled: 0,
  alphabeticalAsc: 1,
  alphabeticalDesc: 2,
  numericalAsc: 3,
  numericalDesc: 4,
  alphabeticalCaseInsensitiveAsc: 5,
  alphabeticalCaseInsensitiveDesc: 6,
  naturalAsc: 7,
  naturalDesc: 8,
} as const;

/** Members without a classic form, and what happens without them. A member at its neutral value says nothing. */
const LOST: readonly { member: string; neutral: unknown; effect: string; severity: 'info' | 'warning' }[] = [
  { member: 'regexApplyTo', neutral: 'value', effect: 'the regular expression applies to values', severity: 'warning' },
  { member: 'placeholder', neutral: '', effect: 'the field shows its usual placeholder', severity: 'info' },
  { member: 'enableGroupBy', neutral: false, effect: 'there is no group-by', severity: 'warning' },
  { member: 'origin', neutral: undefined, effect: 'it is left out', severity: 'info' },
];

type Spec = Variable['spec'];

function shared(spec: Spec): Pick<ClassicVariable, 'name' | 'label' | 'hide' | 'skipUrlSync' | 'description'> {
  const { name, label, hide, skipUrlSync, description } = spec;
  return { name, hide: HIDE[hide], skipUrlSync, ...present({ label, description }) };
}

function option(full: VariableOption): VariableOption {
  const { properties: _, ...rest } = full;
  return rest;
}

function definition(query: ReturnType<typeof plainQuery>): string | undefined {
  if (typeof query === 'string') return query;
  return typeof query['query'] === 'string' ? query['query'] : undefined;
}

function reportLosses(variable: Variable, path: Path, report: Report): void {
  const { spec } = variable;
  const values = new Map<string, unknown>(Object.entries(spec));
  for (const { member, neutral, effect, severity } of LOST) {
    const value = values.get(member);
    if (value === undefined || value === neutral) continue;
    report({
      severity,
      path: [...path, 'spec', member],
      subject: spec.name,
      message: `${member} of variable ${spec.name} has no classic form: ${effect}`,
    });
  }
  const options = 'options' in spec ? spec.options : [];
  if (options.some(({ properties }) => properties !== undefined)) {
    report({
      severity: 'warning',
      path: [...path, 'spec', 'options'],
      subject: spec.name,
      message: `variable ${spec.name} has options with properties, which have no classic form; \${${spec.name}.…} will not work`,
      fix: 'use one variable for each property',
    });
  }
}

function custom(
  spec: Extract<Variable, { kind: 'CustomVariable' }>['spec'],
  path: Path,
  report: Report,
): ClassicVariable {
  const { query, lost } = customQuery(spec);
  if (lost !== undefined) {
    report({
      severity: 'warning',
      path: [...path, 'spec', 'query'],
      subject: spec.name,
      message: `variable ${spec.name}: ${lost}`,
      fix: 'write the values as text, separated by commas',
    });
  }
  const { multi, includeAll, allValue, allowCustomValue } = spec;
  return {
    type: 'custom',
    ...shared(spec),
    query,
    current: option(spec.current),
    options: spec.options.map(option),
    multi,
    includeAll,
    allowCustomValue,
    ...present({ allValue }),
  };
}

function switched(
  spec: Extract<Variable, { kind: 'SwitchVariable' }>['spec'],
  path: Path,
  report: Report,
): ClassicVariable {
  const { current, enabledValue, disabledValue } = spec;
  report({
    severity: 'info',
    path,
    subject: spec.name,
    message: `switch ${spec.name} is written as a list of its two values, which every Grafana shows`,
  });
  return {
    type: 'custom',
    ...shared(spec),
    query: customCsv([enabledValue, disabledValue]),
    current: { text: current, value: current },
    options: [enabledValue, disabledValue].map((value) => ({ text: value, value, selected: value === current })),
    multi: false,
    includeAll: false,
    allowCustomValue: false,
  };
}

/** A variable in classic form. */
export function classicVariable(variable: Variable, path: Path, report: Report): ClassicVariable {
  reportLosses(variable, path, report);
  switch (variable.kind) {
    case 'QueryVariable': {
      const { spec } = variable;
      const query = plainQuery(spec.query.spec);
      return {
        type: 'query',
        ...shared(spec),
        datasource: datasourceRef(spec.query),
        query,
        current: option(spec.current),
        options: spec.options.map(option),
        refresh: REFRESH[spec.refresh],
        sort: SORT[spec.sort],
        regex: spec.regex,
        multi: spec.multi,
        includeAll: spec.includeAll,
        allowCustomValue: spec.allowCustomValue,
        ...present({
          allValue: spec.allValue,
          definition: spec.definition ?? definition(query),
          staticOptions: spec.staticOptions?.map(option),
          staticOptionsOrder: spec.staticOptionsOrder,
        }),
      };
    }
    case 'CustomVariable':
      return custom(variable.spec, path, report);
    case 'SwitchVariable':
      return switched(variable.spec, path, report);
    case 'DatasourceVariable': {
      const { spec } = variable;
      return {
        type: 'datasource',
        ...shared(spec),
        query: spec.pluginId,
        refresh: REFRESH[spec.refresh],
        regex: spec.regex,
        current: option(spec.current),
        options: spec.options.map(option),
        multi: spec.multi,
        includeAll: spec.includeAll,
        allowCustomValue: spec.allowCustomValue,
        ...present({ allValue: spec.allValue }),
      };
    }
    case 'IntervalVariable': {
      const { query, current, options, auto, auto_min, auto_count } = variable.spec;
      return {
        type: 'interval',
        ...shared(variable.spec),
        query,
        current: option(current),
        options: options.map(option),
        auto,
        auto_min,
        auto_count,
        refresh: REFRESH.onTimeRangeChanged,
      };
    }
    case 'TextVariable': {
      const { query, current } = variable.spec;
      return { type: 'textbox', ...shared(variable.spec), query, current: option(current), options: [option(current)] };
    }
    case 'ConstantVariable': {
      const { name, query, current, hide } = variable.spec;
      if (hide !== 'hideVariable') {
        report({
          severity: 'info',
          path: [...path, 'spec', 'hide'],
          subject: name,
          message: `a classic constant is always hidden; ${name} would become a text box otherwise`,
        });
      }
      return { type: 'constant', ...shared(variable.spec), hide: HIDE.hideVariable, query, current: option(current) };
    }
    case 'GroupByVariable': {
      const { current, options, multi, defaultValue } = variable.spec;
      return {
        type: 'groupby',
        ...shared(variable.spec),
        datasource: datasourceRef(variable),
        current: option(current),
        options: options.map(option),
        multi,
        ...present({ defaultValue }),
      };
    }
    case 'AdhocVariable': {
      const { baseFilters, filters, defaultKeys, allowCustomValue } = variable.spec;
      return {
        type: 'adhoc',
        ...shared(variable.spec),
        datasource: datasourceRef(variable),
        baseFilters,
        filters,
        defaultKeys,
        allowCustomValue,
      };
    }
    default:
      return variable satisfies never;
  }
}
