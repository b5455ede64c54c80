import { expect, test } from 'vitest';
import { parseTemplate } from './parse.ts';

function errors(text: string): string[] {
  return parseTemplate(text).errors.map(({ message, span }) => `${span.start}–${span.end} ${message}`);
}

test.each([
  'plain text with } and { and $labels',
  '{{ $value }}',
  '{{- $labels.job -}}',
  '{{/* a comment with }} and {{ */}}',
  '{{- /* trimmed */ -}}',
  '{{ "quoted }}" }}{{ `raw }}` }}',
  '{{ printf "%.2f" $value | humanize }}',
  '{{ ($value | humanize) }}{{ (index $labels "job").x }}',
  '{{ if and (gt $value 1.5) (lt $value 2e3) }}a{{ else if eq $labels.a "b" }}b{{ else }}c{{ end }}',
  '{{ with query "up" }}{{ . | first | value }}{{ else }}none{{ end }}',
  '{{ range $i, $e := query "up" }}{{ if $i }}, {{ end }}{{ $e.Labels.job }}{{ break }}{{ end }}',
  '{{ $x := 1 }}{{ $x = 2 }}{{ $x }}',
  '{{ define "t" }}x{{ end }}{{ template "t" . }}{{ block "u" . }}y{{ end }}',
  "{{ eq 'a' 'b' }}{{ true }}{{ -1 }}{{ .5 }}",
  '{{ if\n  $value\n}}x{{ end }}',
])('%j is a template', (text) => {
  expect(errors(text)).toEqual([]);
});

test.each([
  ['{{ $value', ['0–2 unclosed action: no }} follows']],
  ['{{ $value {{ $labels.job }}', ['0–2 unclosed action: no }} follows']],
  ['{{ "a }}', ['3–4 unterminated "']],
  ['{{/* a', ['0–6 unclosed comment']],
  ['{{ }}', ['0–5 missing value for command']],
  ['{{ $value | }}', ['0–14 missing value for command']],
  ['{{ $value | "x" }}', ['0–18 a value cannot take the result of a pipe: a function must stand there']],
  ['{{ (1 }}', ['0–8 unclosed left parenthesis']],
  ['{{ $x }}', ['3–5 undefined variable $x']],
  ['{{ if 1 }}{{ $x := 1 }}{{ end }}{{ $x }}', ['35–37 undefined variable $x']],
  ['{{ labels.job }}', ['3–9 function labels is not defined']],
  ['{{ else }}', ['0–10 unexpected {{else}}']],
  ['{{ if 1 }}{{ else }}{{ else }}{{ end }}', ['20–30 unexpected {{else}}']],
  ['{{ end }}', ['0–9 unexpected {{end}}']],
  ['{{ range query "up" }}', ['0–22 {{range}} has no {{end}}']],
  ['{{ if }}x{{ end }}', ['0–8 if has no value']],
  ['{{ break }}', ['0–11 {{break}} outside {{range}}']],
  ['{{ $labels.job# }}', ['14–15 unexpected "#" in an action']],
])('%j is not', (text, expected) => {
  expect(errors(text)).toEqual(expected);
});
