import { labels, notEmpty, shape, withRequired } from '../config/shape.ts';
import { type HttpSettings, httpMembers } from './http.ts';

/** A Kubernetes API server with the Prometheus operator's PrometheusRule. */
export interface KubernetesSettings extends HttpSettings {
  /** Namespace of resources that name none. */
  readonly namespace: string;
  /** Labels the operator's `ruleSelector` asks for. */
  readonly labels?: Readonly<Record<string, string>>;
}

export const kubernetesSettings = withRequired(
  ['url', 'namespace'],
  shape({ ...httpMembers, namespace: notEmpty, labels }),
);
