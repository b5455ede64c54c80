import { isRecord } from '@binnacle/model';
import type { Context } from './context.ts';
import { dataQuery, type DatasourceRef, datasourceOf, isMixed } from './datasource.ts';
import { flag, type Json, number, objects, present, text, without } from './fields.ts';

/** A to Z, then AA, AB, …: how queries without a name are called. */
function refId(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : refId(Math.floor(index / 26) - 1) + letter;
}

function panelQuery(
  target: Json,
  fallback: DatasourceRef | undefined,
  at: { readonly index: number; readonly context: Context },
): Json {
  const spec = without(target, 'refId', 'hide', 'datasource');
  const reference = datasourceOf(target['datasource'], spec, at.context) ?? fallback;
  return {
    kind: 'PanelQuery',
    spec: {
      query: dataQuery(spec, reference),
      refId: text(target, 'refId') ?? refId(at.index),
      hidden: flag(target, 'hide'),
    },
  };
}

function transformation(written: Json): Json {
  const { id, options = {}, disabled, filter, topic } = written;
  return {
    kind: 'Transformation',
    group: typeof id === 'string' ? id : '',
    spec: {
      options,
      ...(disabled === true && { disabled }),
      ...(isRecord(filter) && { filter }),
      ...(typeof topic === 'string' && { topic }),
    },
  };
}

/** The queries of a classic panel, what is done with their results, and the settings of both, in the v2 shape. */
export function queryGroup(panel: Json, context: Context): Json {
  const own = panel['datasource'];
  const targets = objects(panel, 'targets');
  const fallback = isMixed(own) ? undefined : datasourceOf(own, targets[0] ?? {}, context);
  const hideTimeOverride = flag(panel, 'hideTimeOverride') ? true : undefined;
  return {
    kind: 'QueryGroup',
    spec: {
      queries: targets.map((target, index) => panelQuery(target, fallback, { index, context })),
      transformations: objects(panel, 'transformations').map(transformation),
      queryOptions: present({
        timeFrom: text(panel, 'timeFrom'),
        timeShift: text(panel, 'timeShift'),
        maxDataPoints: number(panel, 'maxDataPoints'),
        interval: text(panel, 'interval'),
        cacheTimeout: text(panel, 'cacheTimeout'),
        queryCachingTTL: number(panel, 'queryCachingTTL'),
        hideTimeOverride,
      }),
    },
  };
}
