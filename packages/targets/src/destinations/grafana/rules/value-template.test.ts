import { expect, test } from 'vitest';
import { grafanaTemplate, prometheusTemplate } from './value-template.ts';

test.each([
  ['is {{ $value }}', 'is {{ $values.A.Value }}'],
  [
    '{{ $value | humanizePercentage }} of {{ $labels.job }}',
    '{{ $values.A.Value | humanizePercentage }} of {{ $labels.job }}',
  ],
  [
    '{{ if gt $value 1.0 }}{{ printf "%.2f" $value }}{{ end }}',
    '{{ if gt $values.A.Value 1.0 }}{{ printf "%.2f" $values.A.Value }}{{ end }}',
  ],
  ['costs $value', 'costs $value'],
  ['{{ $values }} {{ $value.x }}', '{{ $values }} {{ $value.x }}'],
])('%s', (prometheus, grafana) => {
  expect(grafanaTemplate(prometheus)).toBe(grafana);
  expect(prometheusTemplate(grafana)).toBe(prometheus);
});
