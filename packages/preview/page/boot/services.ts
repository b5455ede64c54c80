import {
  type DataQueryRequest,
  type DataSourceApi,
  EventBusSrv,
  LoadingState,
  type PanelData,
  type PanelPlugin,
} from '@grafana/data';
import { setAppEvents, setPluginImportUtils, setRunRequest, setTemplateSrv } from '@grafana/runtime';
import { sceneUtils } from '@grafana/scenes';
import { catchError, from, map, type Observable, of } from 'rxjs';
import { PrometheusSource } from '../data/source.ts';
import { provideSource } from './data-sources.ts';

function failed(error: unknown, request: DataQueryRequest): PanelData {
  const message = error instanceof Error ? error.message : String(error);
  return { state: LoadingState.Error, series: [], errors: [{ message }], timeRange: request.range, request };
}

function runRequest(source: DataSourceApi, request: DataQueryRequest): Observable<PanelData> {
  return from(source.query(request)).pipe(
    map(({ data, errors, state }) => ({
      state: state ?? (errors === undefined || errors.length === 0 ? LoadingState.Done : LoadingState.Error),
      series: data,
      ...(errors === undefined ? {} : { errors }),
      timeRange: request.range,
      request,
    })),
    catchError((error: unknown) => of(failed(error, request))),
  );
}

/** Stands in for the services that a running Grafana gives to scenes. */
export function provideServices(pluginOf: (id: string) => PanelPlugin): void {
  setAppEvents(new EventBusSrv());
  setTemplateSrv({
    getVariables: () => [],
    replace: (text = '') => text,
    containsTemplate: () => false,
    updateTimeRange: () => undefined,
  });
  setPluginImportUtils({
    importPanelPlugin: (id) => Promise.resolve(pluginOf(id)),
    getPanelPluginFromCache: (id) => pluginOf(id),
  });
  setRunRequest(runRequest);
  const source = new PrometheusSource();
  sceneUtils.registerRuntimeDataSource({ dataSource: source });
  provideSource(source);
}
