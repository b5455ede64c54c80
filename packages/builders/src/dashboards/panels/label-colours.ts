import type { Colour } from './colour.ts';

/** A regular expression over the name of a series, and the colour of those it matches. */
export interface LabelColour {
  readonly pattern: string;
  readonly colour: Colour;
}

const STATUS: readonly LabelColour[] = [
  { pattern: String.raw`\b1(\d\d|xx)\b`, colour: 'neutral' },
  { pattern: String.raw`\b2(\d\d|xx)\b`, colour: 'ok' },
  { pattern: String.raw`\b3(\d\d|xx)\b`, colour: 'info' },
  { pattern: String.raw`\b4(\d\d|xx)\b`, colour: 'warning' },
  { pattern: String.raw`\b5(\d\d|xx)\b`, colour: 'critical' },
];

const OUTCOME: readonly LabelColour[] = [
  { pattern: String.raw`\b(ok|success|succeeded|hit|accepted)\b`, colour: 'ok' },
  { pattern: String.raw`\b(fail|failed|failure|error|rejected|timeout)\b`, colour: 'critical' },
];

const LEVEL: readonly LabelColour[] = [
  { pattern: String.raw`\b(debug|trace)\b`, colour: 'neutral' },
  { pattern: String.raw`\binfo\b`, colour: 'info' },
  { pattern: String.raw`\bwarn(ing)?\b`, colour: 'warning' },
  { pattern: String.raw`\b(error|critical|fatal|page)\b`, colour: 'critical' },
];

/** Label → colours of its values, for labels whose values mean good or bad wherever they are used. */
export const LABEL_COLOURS: Readonly<Record<string, readonly LabelColour[]>> = {
  code: STATUS,
  status_code: STATUS,
  http_status: STATUS,
  http_response_status_code: STATUS,
  class: STATUS,
  status: [...STATUS, ...OUTCOME],
  result: OUTCOME,
  outcome: OUTCOME,
  level: LEVEL,
  severity: LEVEL,
};
