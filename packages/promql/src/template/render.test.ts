import { expect, test } from 'vitest';
import { render, type RenderOptions } from './render.ts';

const LABELS = { instance: 'db-1:9100', job: 'node' };

function text(template: string, value = 1234.5678, options: Partial<RenderOptions> = {}): string {
  const rendered = render(template, { labels: LABELS, value }, { now: 1_700_000_000_500, alert: 'Down', ...options });
  return rendered.ok ? rendered.text : rendered.error;
}

test.each([
  ['{{ $labels.instance }} of {{ $labels.job }} is at {{ $value | humanize }}', 'db-1:9100 of node is at 1.235k'],
  ['{{ $labels.missing }}|{{ index $labels "job" }}', '|node'],
  ['a  {{- /* gone */ -}}  b', 'ab'],
  ['{{ if gt $value 1000.0 }}high{{ else }}low{{ end }}', 'high'],
  ['{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ $x := 3 }}{{ end }}{{ $x }}', '2'],
  ['{{ range $k, $v := $labels }}{{ $k }}={{ $v }} {{ end }}', 'instance=db-1:9100 job=node '],
  ['{{ define "t" }}<{{ . }}>{{ end }}{{ template "t" $labels.job }}', '<node>'],
  ['{{ printf "%.1f %5d|%-4s|%q %T" $value 7 "a" "b" 1 }}', '1234.6     7|a   |"b" int'],
  ['{{ printf "%d %s" $value }}', '%!d(float64=1234.5678) %!s(MISSING)'],
  ['{{ reReplaceAll "(.*):.*" "$1" $labels.instance | toUpper }} {{ match "^n" $labels.job }}', 'DB-1 true'],
  ['{{ now | humanizeTimestamp }}', '2023-11-14 22:13:20.5 +0000 UTC'],
  ['{{ (toTime 0).Format "Jan 2, 15:04" }} {{ 5400 | toDuration }}', 'Jan 1, 00:00 1h30m0s'],
  ['{{ len "é" }} {{ printf "%x" "é" }} {{ slice "héé" 3 }}', '2 c3a9 é'],
  ['{{ . }}', '{map[instance:db-1:9100 job:node] map[]  1234.5678}'],
])('%s', (template, expected) => {
  expect(text(template)).toBe(expected);
});

test('a number ends in two halves at the even one, as in Go', () => {
  const halves = [0.5, 1.5, 2.5, 3.5].map((value) => text('{{ printf "%.0f" $value }}', value));
  expect(halves).toEqual(['0', '2', '2', '4']);
  expect(text('{{ printf "%.3g %.1f" $value 0.25 }}', 1025)).toBe('1.02e+03 0.2');
});

const query: RenderOptions['query'] = (promql) =>
  promql === 'up'
    ? [
        { labels: { job: 'b' }, value: 1 },
        { labels: { job: 'a' }, value: 2 },
      ]
    : promql === 'none'
      ? []
      : { error: `cannot evaluate ${promql}` };

test('queries', () => {
  expect(text('{{ range query "up" | sortByLabel "job" }}{{ .Labels.job }}={{ .Value }} {{ end }}', 0, { query })).toBe(
    'a=2 b=1 ',
  );
  expect(text('{{ with query "none" }}x{{ else }}nothing{{ end }}', 0, { query })).toBe('nothing');
  expect(text('{{ query "up" | first | value }}', 0, { query })).toBe('1');
  expect(text('{{ query "none" | first | value }}', 0, { query })).toBe(
    'error executing template __alert_Down: template: __alert_Down:1:130: executing "__alert_Down" at <first>: error calling first: first() called on vector with no elements',
  );
  expect(text('{{ query "sum(" }}', 0, { query })).toContain(
    'at <query "sum(">: error calling query: cannot evaluate sum(',
  );
});

test('where the server is', () => {
  const options = { externalURL: 'https://prom.example/pre', externalLabels: { cluster: 'c1' } };
  const template = '{{ $externalLabels.cluster }} {{ externalURL }} {{ pathPrefix }}{{ graphLink "up == 0" }}';
  expect(text(template, 0, options)).toBe('c1 https://prom.example/pre /pre/graph?g0.expr=up+%3D%3D+0&g0.tab=0');
});

test('a native histogram prints itself', () => {
  const value = { histogram: '{count:2, sum:3, (1,2]:2}' };
  const rendered = render('{{ $value }}|{{ humanize $value }}', { labels: {}, value }, { now: 0 });
  expect(rendered).toEqual({
    ok: false,
    error:
      'error executing template __alert_: template: __alert_:1:128: executing "__alert_" at <humanize $value>: error calling humanize: can\'t convert *histogram.FloatHistogram to float',
  });
  expect(render('{{ $value }}', { labels: {}, value }, { now: 0 })).toEqual({ ok: true, text: value.histogram });
});

test('what Go refuses to parse is one line too', () => {
  expect(text('x\n{{ $value | humanise }}')).toBe(
    'error parsing template __alert_Down: template: __alert_Down:2: function humanise is not defined',
  );
  expect(text('{{ define "a" }}1{{ end }}{{ define "a" }}2{{ end }}')).toContain('a second definition of template "a"');
  expect(text('{{ tmpl "x" . }}')).toContain('function tmpl is not defined');
});

test('no template runs away', () => {
  expect(text('{{ range 2000000000 }}{{ end }}')).toContain('more than');
  expect(text('{{ define "r" }}{{ template "r" }}{{ end }}{{ template "r" }}')).toContain(
    'exceeded maximum template depth',
  );
  expect(text('{{ range 1000000 }}{{ printf "%999999d" 1 }}{{ end }}')).toContain('writes more than');
});

test('methods of times that are not known here are named', () => {
  expect(text('{{ (toTime 0).ISOWeek }}')).toContain('ISOWeek of *time.Time is not supported in templates here');
});
