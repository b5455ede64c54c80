import { at, entriesOf, isRecord, listOf, textOf } from '../../../record.ts';
import { leaves } from './leaves.ts';
import type { Leaves, PanelView, QueryView } from './view.ts';

/** Fields that hold what is asked, by the languages of the datasources. */
const TEXTS = ['expr', 'rawSql', 'query', 'expression'];
/** What an editor keeps for itself, and what is told elsewhere. */
const SILENT = [
  'editorMode',
  'refId',
  'datasource',
  'hide',
  'legendFormat',
  'instant',
  'range',
  'requestId',
  'intervalFactor',
];

/** Text of a query, whichever of the fields holds it. */
export function queryText(spec: unknown): { readonly key: string; readonly text: string } {
  const key = TEXTS.find((name) => textOf(at(spec, name)) !== '') ?? '';
  return { key, text: key === '' ? '' : textOf(at(spec, key)) };
}

function evaluation(spec: unknown): string {
  if (at(spec, 'instant') !== true) return 'range';
  return at(spec, 'range') === true ? 'range and instant' : 'instant';
}

/** A query from its own data and what the dashboard says around it. */
export function readQuery(
  spec: unknown,
  around: { readonly refId: string; readonly isHidden: boolean; readonly datasource: string; readonly path: string },
): QueryView {
  const { key, text } = queryText(spec);
  const { refId, path, datasource, isHidden } = around;
  const legend = textOf(at(spec, 'legendFormat'));
  const own = Object.fromEntries(entriesOf(spec).filter(([name]) => name !== key && !SILENT.includes(name)));
  const options = leaves({ ...own, hidden: isHidden || undefined, evaluated: evaluation(spec) });
  return { refId, path, datasource, text, legend, options };
}

/** What an override is for: a field's name, a pattern, a type. */
function matched(matcher: unknown): string {
  const [id, options] = [textOf(at(matcher, 'id')), at(matcher, 'options')];
  const what = typeof options === 'string' ? options : JSON.stringify(options ?? '');
  return id === 'byName' ? what : `${id} ${what}`;
}

function overrides(fieldConfig: unknown): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const override of listOf(at(fieldConfig, 'overrides'))) {
    const name = `overrides.${matched(at(override, 'matcher')).replaceAll('.', '․')}`;
    for (const property of listOf(at(override, 'properties'))) {
      found[`${name}.${textOf(at(property, 'id'))}`] = at(property, 'value');
    }
  }
  return found;
}

/** The scale of a panel's colours. */
export function readThresholds(fieldConfig: unknown): PanelView['thresholds'] {
  const thresholds = at(fieldConfig, 'defaults', 'thresholds');
  const steps = listOf(at(thresholds, 'steps')).map((step) => {
    const value = at(step, 'value');
    const colour = textOf(at(step, 'color'));
    return typeof value === 'number' ? { value, colour } : { colour };
  });
  return { isPercentage: at(thresholds, 'mode') === 'percentage', steps };
}

/** Everything else one can set of a panel, by path. */
export function readOptions(panel: {
  readonly options: unknown;
  readonly fieldConfig: unknown;
  readonly others: Readonly<Record<string, unknown>>;
}): Leaves {
  const { options, fieldConfig, others } = panel;
  const defaults = at(fieldConfig, 'defaults');
  const trees = { options, field: isRecord(defaults) ? defaults : {}, ...overrides(fieldConfig), ...others };
  return leaves(trees, ['field.thresholds', 'field.unit']);
}
