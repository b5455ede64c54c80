import { formatHistogram } from '../histogram/format.ts';
import { labelSet, plainLabels, type Labels } from '../labels.ts';
import type { InstantSample } from '../result.ts';
import type { AlertData, RenderOptions } from '../../template/render.ts';
import type { Alert, Alerts, Found } from './alert-state.ts';
import type { PreparedRule, Templates } from './prepare.ts';
import type { RuleSample } from './series.ts';

type PreparedAlert = PreparedRule & { readonly kind: 'alert' };

const DUPLICATE = 'vector contains metrics with the same labelset after applying alert labels';

/** A sample as templates take it. */
export function templateSample({ labels, value, histogram }: InstantSample): AlertData {
  return { labels, value: histogram === undefined ? value : { histogram: formatHistogram(histogram) } };
}

function renderAll(templates: Templates, data: AlertData, options: RenderOptions): [string, string][] {
  return templates.map(([name, template]) => {
    const rendered = template.render(data, options);
    return [name, rendered.ok ? rendered.text : `<error expanding template: ${rendered.error}>`];
  });
}

/** What an alert's expression found, with labels and annotations rendered, by the key of the labels; or why it is refused. */
export function foundAlerts(
  found: readonly InstantSample[],
  { name, labelTemplates, annotations }: PreparedAlert,
  options: RenderOptions,
): ReadonlyMap<string, Found> | string {
  const alerts = new Map<string, Found>();
  for (const sample of found) {
    const data = templateSample(sample);
    const { __name__: _, ...own } = sample.labels;
    const set = labelSet({ ...own, ...Object.fromEntries(renderAll(labelTemplates, data, options)), alertname: name });
    if (alerts.has(set.key)) return DUPLICATE;
    alerts.set(set.key, {
      labels: plainLabels(set),
      annotations: Object.fromEntries(renderAll(annotations, data, options)),
      value: sample.histogram === undefined ? sample.value : 0,
    });
  }
  return alerts;
}

/** The series `ALERTS` and `ALERTS_FOR_STATE` of alerts that are pending or firing. */
export function alertSeries(alerts: Alerts, { name, labels }: PreparedAlert): readonly RuleSample[] {
  return [...alerts.values()].filter(isActive).flatMap((alert) => {
    const own: Labels = { ...labels, ...alert.labels, alertname: name };
    return [
      { labels: { ...own, __name__: 'ALERTS', alertstate: alert.state }, value: 1 },
      { labels: { ...own, __name__: 'ALERTS_FOR_STATE' }, value: Math.floor(alert.activeAt / 1000) },
    ];
  });
}

/** Whether an alert is pending or firing. */
export function isActive({ state }: Alert): boolean {
  return state !== 'inactive';
}
