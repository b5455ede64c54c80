const ACTION = /\{\{[\s\S]*?\}\}/g;
/** The value of the expression as Prometheus's templates name it, and as Grafana names that of query A: its own `$value` is a text about all values. */
const PROMETHEUS_VALUE = /\$value(?![\w.])/g;
const GRAFANA_VALUE = /\$values\.A\.Value(?![\w.])/g;

/** A template of Prometheus as Grafana evaluates it. */
export function grafanaTemplate(template: string): string {
  return template.replaceAll(ACTION, (action) => action.replaceAll(PROMETHEUS_VALUE, () => '$values.A.Value'));
}

/** The template as Prometheus has it. */
export function prometheusTemplate(template: string): string {
  return template.replaceAll(ACTION, (action) => action.replaceAll(GRAFANA_VALUE, () => '$value'));
}
