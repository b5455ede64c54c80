import { expect, test } from 'vitest';
import { gauge } from '../metrics/gauge.ts';
import { max } from '../query/aggregate.ts';
import { goTemplate } from './template.ts';

test('plain text stays as it is', () => {
  expect(goTemplate('disk } full { 90 %')).toBe('disk } full { 90 %');
});

test.each<readonly [string, Parameters<typeof goTemplate>[0], string]>([
  ['label', ({ label }) => label('route'), '{{ $labels.route }}'],
  ['label that is no identifier', ({ label }) => label('http.route'), '{{ index $labels "http.route" }}'],
  ['plain', ({ value }) => value.plain, '{{ $value }}'],
  ['humanize', ({ value }) => value.humanize, '{{ $value | humanize }}'],
  ['humanize1024', ({ value }) => value.humanize1024, '{{ $value | humanize1024 }}'],
  ['humanizeDuration', ({ value }) => value.humanizeDuration, '{{ $value | humanizeDuration }}'],
  ['humanizePercentage', ({ value }) => value.humanizePercentage, '{{ $value | humanizePercentage }}'],
  ['humanizeTimestamp', ({ value }) => value.humanizeTimestamp, '{{ $value | humanizeTimestamp }}'],
  ['printf', ({ value }) => value.printf('%.2f'), '{{ $value | printf "%.2f" }}'],
  ['external label', ({ externalLabel }) => externalLabel('cluster'), '{{ $externalLabels.cluster }}'],
  ['external URL', ({ externalUrl }) => externalUrl, '{{ $externalURL }}'],
  ['raw', ({ raw }) => raw('{{ range $x := . }}{{ end }}'), '{{ range $x := . }}{{ end }}'],
])('%s', (_name, text, expected) => {
  expect(goTemplate(text)).toBe(expected);
});

test('a query yields its first value, or nothing', () => {
  const disk = gauge('disk_free_ratio', { help: 'Free share.', unit: 'ratio' });
  expect(goTemplate(({ query }) => query(max(disk.where({ job: 'a"b' }))).humanize)).toBe(
    String.raw`{{ with query "max(disk_free_ratio{job=\"a\\\"b\"})" }}{{ . | first | value | humanize }}{{ end }}`,
  );
});

test('braces of the text itself are escaped, those of helpers are not', () => {
  expect(goTemplate(({ label }) => `{{x}} ${label('route')}`)).toBe('{{ "{{" }}x}} {{ $labels.route }}');
});

test('a hand-written action is refused', () => {
  expect(() => goTemplate('fails on {{ $labels.route }}')).toThrow(
    '"{{ $labels.route" in an annotation would not be checked; write ({ label, value }) =>',
  );
});
