import type { MetricSpec } from '@binnacle/model';
import type { DashboardLink } from './rules.ts';

/** `GET /api/contracts`: every metric that a service of the project declares. */
export interface ContractsOnPage {
  readonly services: readonly ServiceSource[];
  readonly metrics: readonly MetricOnPage[];
}

/** Where definitions find a service. */
export interface ServiceSource {
  readonly name: string;
  readonly title: string;
  /** Path of the file whose default export it is, from the project's root; absent for one that is no TypeScript. */
  readonly file?: string;
}

/** A metric of a contract, with who uses it. */
export interface MetricOnPage {
  readonly service: string;
  readonly metric: MetricSpec;
  /** What definitions call it: the key in `service.metrics`, where it is known. */
  readonly key?: string;
  /** `file:line` of the contract. */
  readonly origin?: string;
  /** Most series that one instance exposes. */
  readonly bound: number;
  readonly dashboards: readonly DashboardLink[];
  readonly alerts: readonly string[];
  readonly records: readonly string[];
}
