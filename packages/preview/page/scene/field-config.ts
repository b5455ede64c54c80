import type { FieldConfigSource } from '@grafana/data';
import type { PanelSpec } from './spec.ts';

type Given = PanelSpec['vizConfig']['spec']['fieldConfig'];

/** JSON cannot write the lowest threshold, which is below all numbers: it has `null` there. */
function thresholds(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('steps' in value) || !Array.isArray(value.steps)) return value;
  const steps: readonly unknown[] = value.steps;
  return {
    ...value,
    steps: steps.map((step) =>
      typeof step === 'object' && step !== null && 'value' in step && step.value === null
        ? { ...step, value: -Infinity }
        : step,
    ),
  };
}

/** Old dashboards write -1 for as many decimals as it takes, which Grafana's libraries cannot. */
function isNoDecimals(id: string, value: unknown): boolean {
  return id === 'decimals' && typeof value === 'number' && value < 0;
}

/** The looks of a panel's fields as Grafana's libraries read them. An override that names no field would stop all others. */
export function fieldConfigOf({ defaults, overrides }: Given): FieldConfigSource {
  const config = {
    defaults: {
      ...Object.fromEntries(Object.entries(defaults).filter(([id, value]) => !isNoDecimals(id, value))),
      ...(defaults.thresholds === undefined ? {} : { thresholds: thresholds(defaults.thresholds) }),
    },
    overrides: overrides
      .filter((override) => 'matcher' in override && override.matcher !== undefined)
      .map((override) => ({
        ...override,
        // A property that is set to nothing sets nothing, and stops Grafana's libraries.
        properties: override.properties
          .filter(({ id, value }) => (value as unknown) !== undefined && !isNoDecimals(id, value))
          .map((property) => {
            const value: unknown = property.value;
            return { ...property, value: property.id === 'thresholds' ? thresholds(value) : value };
          }),
      })),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Foundation SDK and Grafana type the same JSON, one with enums
  return config as FieldConfigSource;
}
