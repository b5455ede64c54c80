import type { ReaderOnPage } from '../../src/wire/project.ts';
import { grouped } from '../data/grouped.ts';

/** Readers of one dashboard, or all alerts, all objectives or all records. */
export interface ReaderGroup {
  /** Of a dashboard. */
  readonly uid?: string;
  readonly title: string;
  readonly readers: readonly ReaderOnPage[];
}

function isOfDashboard({ kind }: ReaderOnPage): boolean {
  return kind === 'panel' || kind === 'variable' || kind === 'annotation';
}

/** What reads a metric: dashboard by dashboard, then alerts, objectives and records. */
export function readerGroups(
  readers: readonly ReaderOnPage[],
  titleOf: (uid: string) => string,
): readonly ReaderGroup[] {
  const boards = grouped(readers.filter(isOfDashboard), ({ resource }) => resource);
  const dashboards = [...boards].map(([uid, own]) => ({ uid, title: titleOf(uid), readers: own }));
  const alerts = readers.filter(({ kind }) => kind === 'alert');
  const objectives = readers.filter(({ kind }) => kind === 'objective');
  const records = readers.filter(({ kind }) => kind === 'record');
  return [
    ...dashboards.toSorted((a, b) => a.title.localeCompare(b.title, 'en')),
    ...(alerts.length > 0 ? [{ title: 'Alerts', readers: alerts }] : []),
    ...(objectives.length > 0 ? [{ title: 'SLOs', readers: objectives }] : []),
    ...(records.length > 0 ? [{ title: 'Records', readers: records }] : []),
  ];
}

/** Where a reader is shown; objectives are nowhere. */
export function readerAddress({ kind, name, resource, place }: ReaderOnPage): string | undefined {
  if (kind === 'objective') return undefined;
  if (kind === 'alert' || kind === 'record') {
    const search = new URLSearchParams({ q: name, ...(place !== undefined && { open: place }) });
    return `/rules?${search}`;
  }
  const panel = place === undefined ? '' : `?${new URLSearchParams({ viewPanel: place })}`;
  return `/d/${encodeURIComponent(resource)}${panel}`;
}

function counted(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? noun : `${noun}s`}`];
}

/** How many panels, alerts and others read a metric, in words. */
export function readersInWords(readers: readonly ReaderOnPage[]): string {
  const of = (kind: ReaderOnPage['kind'], noun: string = kind): readonly string[] =>
    counted(readers.filter((reader) => reader.kind === kind).length, noun);
  return [
    ...of('panel'),
    ...of('alert'),
    ...of('objective', 'SLO'),
    ...of('record'),
    ...of('variable'),
    ...of('annotation'),
  ].join(', ');
}
