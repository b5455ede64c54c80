import type { DataSource } from '@binnacle/preview';
import type { Served, ServedReporter } from './served.ts';

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function dataText(data: DataSource): string {
  switch (data.kind) {
    case 'sample':
      return `sample data made from the metric contracts (seed ${data.seed})`;
    case 'live':
      return `live, from ${data.url}`;
    case 'recorded':
      return `recorded, from ${data.file}`;
    default:
      return data satisfies never;
  }
}

function findingsText({ findings: { errors, warnings } }: Served): string {
  if (errors + warnings === 0) return 'no findings';
  return [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
    .filter((part) => part !== '')
    .join(', ');
}

/** The address, and what is to be seen there. */
export const text: ServedReporter = (served, paint) => {
  const { url, grafana, project, environment, data, counts } = served;
  const things = [
    counted(counts.dashboards, 'dashboard'),
    counted(counts.services, 'service'),
    counted(counts.alerts, 'alert'),
  ].join(', ');
  return [
    `${paint('bold', project)} as ${environment} has it: ${things}; ${findingsText(served)}`,
    `data: ${dataText(data)}`,
    paint('cyan', url),
    ...(grafana === undefined ? [] : [`${paint('cyan', grafana)} in Grafana, where nothing is written`]),
    '',
  ].join('\n');
};
