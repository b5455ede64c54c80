import { present } from '../present.ts';
import type { Path, Report } from './loss.ts';
import type { ClassicFieldConfig, ClassicOverrides, FieldConfig, Overrides } from './wire.ts';

/** Colour modes newer than the classic shape, and the nearest one it has. */
const NEAREST_MODE = {
  'palette-colorblind': 'palette-classic',
  'palette-categorical-next': 'palette-classic',
  'palette-categorical-next-2': 'palette-classic',
  'palette-categorical-next-3': 'palette-classic',
  'continuous-viridis': 'continuous-BlYlRd',
  'continuous-magma': 'continuous-BlYlRd',
  'continuous-plasma': 'continuous-BlYlRd',
  'continuous-inferno': 'continuous-BlYlRd',
  'continuous-cividis': 'continuous-YlBl',
  gradient: 'fixed',
} as const;

type Color = NonNullable<FieldConfig['color']>;
type Thresholds = NonNullable<FieldConfig['thresholds']>;

interface At {
  readonly path: Path;
  readonly subject: string;
  readonly report: Report;
}

function isNewer(mode: Color['mode']): mode is keyof typeof NEAREST_MODE {
  return Object.hasOwn(NEAREST_MODE, mode);
}

function isColor(value: unknown): value is Color {
  return typeof value === 'object' && value !== null && 'mode' in value && typeof value.mode === 'string';
}

function isThresholds(value: unknown): value is Thresholds {
  return typeof value === 'object' && value !== null && 'steps' in value && Array.isArray(value.steps);
}

function color({ gradientColorTo, mode, ...rest }: Color, at: At): NonNullable<ClassicFieldConfig['color']> {
  const path = [...at.path, 'color'];
  if (gradientColorTo !== undefined && mode !== 'gradient') {
    at.report({
      severity: 'info',
      path,
      subject: at.subject,
      message: 'gradientColorTo has no classic form; it is left out',
    });
  }
  if (!isNewer(mode)) return { ...rest, mode };
  const nearest = NEAREST_MODE[mode];
  at.report({
    severity: 'info',
    path,
    subject: at.subject,
    message: `colour mode ${mode} has no classic form; it is written as ${nearest}`,
  });
  return { ...rest, mode: nearest };
}

function thresholds({ mode, steps }: Thresholds, at: At): NonNullable<ClassicFieldConfig['thresholds']> {
  return {
    mode,
    steps: steps.map(({ valueExpr, ...step }, i) => {
      if (valueExpr !== undefined) {
        at.report({
          severity: 'warning',
          path: [...at.path, 'thresholds', 'steps', i],
          subject: at.subject,
          message: `the threshold ${valueExpr} has no classic form; its value is ${step.value}`,
          fix: 'write the threshold as a number',
        });
      }
      return step;
    }),
  };
}

/** Field defaults in classic form. */
export function classicDefaults(defaults: FieldConfig, at: At): ClassicFieldConfig {
  const { color: fieldColor, thresholds: steps, ...same } = defaults;
  return {
    ...same,
    ...present({
      color: fieldColor && color(fieldColor, at),
      thresholds: steps && thresholds(steps, at),
    }),
  };
}

/** Field overrides in classic form: a property's value gets the same treatment as the default of its name. */
export function classicOverrides(overrides: Overrides, at: At): ClassicOverrides {
  return overrides.map(({ matcher: { scope, ...matcher }, properties, ...rest }, i) => {
    const path = [...at.path, i];
    if (scope !== undefined && scope !== 'series') {
      at.report({
        severity: 'warning',
        path: [...path, 'matcher', 'scope'],
        subject: at.subject,
        message: `matcher scope ${scope} has no classic form; the override applies to series`,
      });
    }
    return {
      ...rest,
      matcher,
      properties: properties.map((property, p) => {
        const there = { ...at, path: [...path, 'properties', p] };
        if (property.id === 'color' && isColor(property.value)) {
          return { ...property, value: color(property.value, there) };
        }
        if (property.id === 'thresholds' && isThresholds(property.value)) {
          return { ...property, value: thresholds(property.value, there) };
        }
        return property;
      }),
    };
  });
}
