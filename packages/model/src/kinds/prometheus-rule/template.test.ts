import { expect, test } from 'vitest';
import { templateProblem } from './template.ts';

test.each([
  'no template',
  '{{ $labels.instance }} of {{ $labels.job }} is at {{ $value | humanizePercentage }}',
  '{{- with query "up{job=\\"x\\"}" -}}{{ . | first | value }}{{- end -}}',
  '{{ range $i, $e := query "up" }}{{ $i }}{{ .Labels.job }}{{ else }}none{{ end }}',
  '{{ if and (gt $value 1.0) (lt $value 5.0) }}warm{{ else if eq $value 0.0 }}cold{{ end }}',
  '{{/* a comment with }} inside is fine */}}',
  '{{ printf `%s }}` .Value }}',
  '{{ $x := 1 }}{{ $x }}',
  '{{ define "d" }}x{{ end }}{{ template "d" . }}',
  '{{ $externalLabels.cluster }} {{ $externalURL }} {{ reReplaceAll "a(.)" "$1" "ab" }}',
])('%s is a template', (template) => {
  expect(templateProblem(template)).toBeUndefined();
});

test.each([
  ['{{ $labels.instance', "'{{' is not closed; write '}}' after it"],
  ['{{ query "up }}', 'a " is not closed'],
  ['{{ if $value }}x', "'{{ if }}' is not closed; write '{{ end }}' after it"],
  ['{{ end }}', "'{{ end }}' closes nothing"],
  ['{{ else }}', "'{{ else }}' stands outside of if, range and with"],
  ['{{ humanise $value }}', "there is no template function 'humanise'"],
  ['{{ $label.instance }}', "there is no variable '$label'"],
  ['{{ (humanize $value }}', 'parentheses are not balanced'],
  ['{{ $value }} {{ $x }}', "there is no variable '$x'"],
])('%s is not: %s', (template, problem) => {
  expect(templateProblem(template)).toBe(problem);
});
