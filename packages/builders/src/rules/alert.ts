import { ALERT_SEVERITIES, captureOrigin, DefinitionError, nearest, type Origin } from '@binnacle/model';
import type { Expr } from '@binnacle/promql';
import { givenOptions } from '../given.ts';
import { argument } from '../query/expression.ts';
import type { Readable } from '../query/readable.ts';
import type { Instant, LabelsOf } from '../query/vector.ts';
import { duration } from './duration.ts';
import { goTemplate, type Text } from './template.ts';

/**
 * What an alert asks of people. `page`: wake someone now; `ticket`: look at it in working hours; `info`: tell nobody,
 * but show it beside what else is wrong.
 */
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** What an alert says besides its expression and its texts. */
interface AlertSettings {
  /** How long the condition must hold. */
  readonly for?: string;
  /** How long it goes on firing after the condition ended. Prometheus ≥ 2.42. */
  readonly keepFiringFor?: string;
  // Written out, so that the compiler lists the values.
  readonly severity: 'page' | 'ticket' | 'info';
  /** Added to the labels of the series; `service`, `team`, `severity` and `tier` are stamped. */
  readonly labels?: Readonly<Record<string, string>>;
  /** URL. Default: the service's runbook. */
  readonly runbook?: string;
  /** URL. Default: the service's dashboard, as the environment knows it. */
  readonly dashboard?: string;
}

/** An alert as written. `L` are the labels its expression returns. */
export interface AlertOptions<L extends string = string> extends AlertSettings {
  /** One line: what is wrong, for whom. */
  readonly summary: Text<L>;
  /** What it means and what to look at first. */
  readonly description?: Text<L>;
  readonly annotations?: Readonly<Record<string, Text<L>>>;
}

/** An alert as written, with what it is on: a comparison of something a person could read. */
export interface AlertRuleOptions<V extends Instant> extends AlertSettings {
  /** Fires for every series returned, so it ends in a comparison. A counter must be rated first. */
  readonly expr: Readable<V>;
  /** One line: what is wrong, for whom. */
  readonly summary: Text<LabelsOf<V>>;
  /** What it means and what to look at first. */
  readonly description?: Text<LabelsOf<V>>;
  readonly annotations?: Readonly<Record<string, Text<LabelsOf<V>>>>;
}

/** An alert before its service has stamped it. */
export interface Alert {
  readonly type: 'alert';
  readonly name: string;
  readonly expr: Expr;
  readonly for?: string;
  readonly keepFiringFor?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly origin?: Origin;
}

/** An alert rule. @throws when its severity is none of `page`, `ticket` and `info`. */
export function alert<V extends Instant>(name: string, options: AlertRuleOptions<V>): Alert;
export function alert(name: string, options: { readonly expr: Instant } & AlertOptions): Alert {
  const origin = captureOrigin();
  givenOptions(options, `alert ${name}`, "write alert('Name', { expr, severity, summary })");
  const { description, runbook, dashboard, keepFiringFor } = options;
  const annotations: Record<string, string> = { summary: goTemplate(options.summary, `summary of ${name}`) };
  if (description !== undefined) annotations['description'] = goTemplate(description);
  if (runbook !== undefined) annotations['runbook_url'] = goTemplate(runbook);
  if (dashboard !== undefined) annotations['dashboard_url'] = goTemplate(dashboard);
  for (const [key, text] of Object.entries(options.annotations ?? {})) annotations[key] = goTemplate(text);
  return {
    type: 'alert',
    name,
    expr: argument(options.expr, name, 'expr'),
    ...(options.for === undefined ? {} : { for: duration(`for of ${name}`, options.for) }),
    ...(keepFiringFor === undefined ? {} : { keepFiringFor: duration(`keepFiringFor of ${name}`, keepFiringFor) }),
    labels: { ...options.labels, severity: known(name, options.severity) },
    annotations,
    ...(origin === undefined ? {} : { origin }),
  };
}

/** The severity itself. @throws when it is none, which a file that is not type-checked may pass. */
function known(alertName: string, severity: string | undefined): AlertSeverity {
  const found = ALERT_SEVERITIES.find((one) => one === severity);
  if (found !== undefined) return found;
  const word = String(severity);
  const near = nearest(word, ALERT_SEVERITIES);
  throw new DefinitionError(`severity '${word}' of alert ${alertName} is none of ${ALERT_SEVERITIES.join(', ')}`, {
    fix:
      near === undefined
        ? "write 'page' to wake someone now, 'ticket' for working hours, or 'info' to tell nobody"
        : `did you mean '${near}'?`,
  });
}
