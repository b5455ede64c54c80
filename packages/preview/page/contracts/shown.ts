import type { MetricType } from '@binnacle/model';
import type { ContractOnPage } from '../../src/wire/project.ts';
import { grouped } from '../data/grouped.ts';
import { fits } from '../home/matching.ts';

/** Types of metrics, as they are listed. */
export const TYPES: readonly MetricType[] = ['counter', 'gauge', 'histogram', 'native-histogram', 'summary', 'info'];

/** What can be asked of a metric beside its words. */
export type Standing = 'unread' | 'findings';

/** Ways to put metrics in order. */
export type Order = 'service' | 'series' | 'readers';

/** What is asked of the page; empty for all. */
export interface Asked {
  readonly question: string;
  readonly service: string;
  readonly type: string;
  readonly standing: string;
}

/** A metric with the text it is found by. */
export interface Listed {
  readonly id: string;
  readonly contract: ContractOnPage;
  readonly text: string;
}

/** What a metric is called in addresses: its service and its name. */
export function contractId({ service, metric }: Pick<ContractOnPage, 'service' | 'metric'>): string {
  return `${service}.${metric.name}`;
}

function textOf({ service, metric, readers }: ContractOnPage): string {
  const { name, type, help, unit, labels } = metric;
  const values = labels.flatMap(({ domain }) => (domain.kind === 'one-of' ? domain.values : []));
  const records = readers.filter(({ kind }) => kind === 'record').map((reader) => reader.name);
  return [name, type, unit, service, help, ...labels.map((label) => label.name), ...values, ...records]
    .join(' ')
    .toLowerCase();
}

/** Metrics with what they are found by, in order of their services and names. */
export function listed(contracts: readonly ContractOnPage[]): readonly Listed[] {
  return contracts
    .map((contract) => ({ id: contractId(contract), contract, text: textOf(contract) }))
    .toSorted(
      (a, b) =>
        a.contract.service.localeCompare(b.contract.service, 'en') ||
        a.contract.metric.name.localeCompare(b.contract.metric.name, 'en'),
    );
}

function stands({ readers, findings }: ContractOnPage, standing: string): boolean {
  return standing === 'unread' ? readers.length === 0 : standing !== 'findings' || findings.length > 0;
}

/** How many metrics each further choice would leave. */
export interface Tally {
  readonly types: Readonly<Record<MetricType, number>>;
  readonly standings: Readonly<Record<Standing, number>>;
}

/** What is asked for, and what the other choices would leave. */
export interface Found {
  readonly metrics: readonly Listed[];
  readonly tally: Tally;
}

/** What is left of the metrics. */
export function found(all: readonly Listed[], { question, service, type, standing }: Asked): Found {
  const types = { counter: 0, gauge: 0, histogram: 0, 'native-histogram': 0, summary: 0, info: 0 };
  const standings = { unread: 0, findings: 0 };
  const metrics = all.filter(({ contract, text }) => {
    if ((service !== '' && contract.service !== service) || !fits(question, text)) return false;
    const isType = type === '' || contract.metric.type === type;
    if (isType && stands(contract, 'unread')) standings.unread += 1;
    if (isType && stands(contract, 'findings')) standings.findings += 1;
    if (!stands(contract, standing)) return false;
    types[contract.metric.type] += 1;
    return isType;
  });
  return { metrics, tally: { types, standings } };
}

/** The metrics in another order; those that are equal in it stay as they were. */
export function ordered(metrics: readonly Listed[], order: string): readonly Listed[] {
  if (order === 'series') {
    return metrics.toSorted((a, b) => b.contract.seriesPerInstance - a.contract.seriesPerInstance);
  }
  if (order === 'readers') return metrics.toSorted((a, b) => a.contract.readers.length - b.contract.readers.length);
  return metrics;
}

/** Metrics of one service that stand together; without a service, metrics of any in an order of their own. */
export interface Section {
  readonly service: string | undefined;
  readonly metrics: readonly Listed[];
}

/** The metrics of a page by their services, or in one piece when they have another order. */
export function sections(metrics: readonly Listed[], order: string): readonly Section[] {
  if (order === 'series' || order === 'readers') return metrics.length === 0 ? [] : [{ service: undefined, metrics }];
  const byService = grouped(metrics, ({ contract }) => contract.service);
  return [...byService].map(([service, own]) => ({ service, metrics: own }));
}
