import { isRecord } from '@binnacle/model';
import { type Json, object, objects, text } from './fields.ts';

/** What parts of a dashboard need to know of the whole. */
export interface Context {
  /** Plugin id behind a datasource variable, by its name. */
  readonly variableTypes: ReadonlyMap<string, string>;
  /** Library panels that came along with an export, by uid. */
  readonly library: ReadonlyMap<string, Json>;
  /** Says what has no place in the v2 shape, in one line. */
  readonly report: (loss: string) => void;
}

/** The context of a classic dashboard. */
export function contextOf(dashboard: Json, report: Context['report']): Context {
  const variables = objects(object(dashboard, 'templating'), 'list');
  const exported = Object.entries(object(dashboard, '__elements'));
  return {
    variableTypes: new Map(
      variables
        .filter((variable) => variable['type'] === 'datasource')
        .map((variable) => [text(variable, 'name') ?? '', text(variable, 'query') ?? '']),
    ),
    library: new Map(
      exported.flatMap(([uid, element]): [string, Json][] => {
        const model = isRecord(element) ? element['model'] : undefined;
        return isRecord(model) ? [[uid, model]] : [];
      }),
    ),
    report,
  };
}
