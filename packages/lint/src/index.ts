export { lint, linter, type Linter } from './lint.ts';
export type { Finding, Rule } from './rule.ts';
export type { Place } from './place.ts';
export { type MalformedVariable, type Project, type Query } from './project.ts';
export type { AlertTemplate, PrometheusRule } from './views/prometheus-rule.ts';
export type { Contract, Service, ServiceMetric } from './views/service.ts';
export { RULES } from './rules/index.ts';
export { ABBREVIATIONS, BASE_UNITS, baseUnitFor } from './naming/units.ts';
