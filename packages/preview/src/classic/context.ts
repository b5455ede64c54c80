import { type Json, objects, text } from './fields.ts';

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
  const templating = dashboard['templating'];
  const list = typeof templating === 'object' && templating !== null ? objects(templating as Json, 'list') : [];
  const elements = dashboard['__elements'];
  const exported = typeof elements === 'object' && elements !== null ? Object.entries(elements as Json) : [];
  return {
    variableTypes: new Map(
      list
        .filter((variable) => variable['type'] === 'datasource')
        .map((variable) => [text(variable, 'name') ?? '', text(variable, 'query') ?? '']),
    ),
    library: new Map(
      exported.flatMap(([uid, element]): [string, Json][] => {
        const model = (element as Json | null)?.['model'];
        return typeof model === 'object' && model !== null ? [[uid, model as Json]] : [];
      }),
    ),
    report,
  };
}
