import { code, cut } from '../../../diff/words.ts';
import type { AlertRule } from '../spec.ts';

/** Annotations that say what an alert is about, the one that says it shortest first. */
const SAID = ['summary', 'title', 'message', 'description'] as const;
/** Longest text of an annotation that is shown whole. */
const LONGEST = 160;

const ACTION = /\{\{-?\s*(.*?)\s*-?\}\}/gs;
const LABEL = /(?:\$labels|\$externalLabels|\.Labels|\.ExternalLabels)\.(\w+)/;
const VALUE = /\$value\b|\.Value\b/;
/** Actions that put nothing in. */
const SILENT = /^(?:\/\*|\$\w*\s*:?=|end\b|define\b)/;

/** A template as its reader fills it in: `Queue {{ $labels.queue }}` is `Queue <queue>`. */
export function readableTemplate(template: string): string {
  return template.replaceAll(ACTION, (_, action: string) => {
    if (SILENT.test(action)) return '';
    const label = /^(?:if|else|range|with)\b/.test(action) ? undefined : LABEL.exec(action)?.[1];
    if (label !== undefined) return `<${label}>`;
    return VALUE.test(action) && !action.startsWith('if') ? '<value>' : '…';
  });
}

function said({ annotations = {} }: AlertRule): string[] {
  const text = SAID.map((key) => annotations[key]?.trim() ?? '').find((one) => one !== '');
  return text === undefined ? [] : [`“${cut(readableTemplate(text).replaceAll('`', "'"), LONGEST)}”`];
}

/** What a reader who has never seen an alert needs of it: what it says, and of a new one when it fires. */
export function alertDetails(rule: AlertRule, change: 'added' | 'removed'): readonly string[] {
  return [...said(rule), ...(change === 'added' ? [`fires when ${code(rule.expr)}`] : [])];
}
