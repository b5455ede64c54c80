import type { DataSourceApi, DataSourceInstanceListItem } from '@grafana/data';

// Scenes look data sources up in a running Grafana. Here there is one, and every look-up finds it.
let known: DataSourceApi | undefined;

/** Makes a data source the one that every look-up finds. */
export function provideSource(source: DataSourceApi): void {
  known = source;
}

/**
 * The data source, whichever is asked for.
 * @public
 */
export function getDataSourceInstance(): Promise<DataSourceApi | undefined> {
  return Promise.resolve(known);
}

/**
 * What is known of the data source.
 * @public
 */
export function getDataSourceInstanceSettings(): Promise<undefined> {
  return Promise.resolve(undefined);
}

/**
 * All data sources there are for Grafana's own pickers: none, as the variables of the page know theirs.
 * @public
 */
export function getDataSourceInstanceList(): Promise<readonly DataSourceInstanceListItem[]> {
  return Promise.resolve([]);
}

/**
 * The data source that is taken when none is named.
 * @public
 */
export function getDefaultDataSourceInstanceListItem(): Promise<undefined> {
  return Promise.resolve(undefined);
}
