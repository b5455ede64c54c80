import { isRecord } from '@binnacle/model';
import { type Json, objects, text } from './fields.ts';

/**
 * A dashboard that was exported for others, with what its importer would be asked for filled in: a datasource is the default
 * one of its plugin, a constant has the value it came with.
 */
export function withInputs(dashboard: Json): Json {
  const inputs = objects(dashboard, '__inputs');
  if (inputs.length === 0) return dashboard;
  const plugins = new Map<string, string>();
  const constants = new Map<string, string>();
  for (const input of inputs) {
    const name = text(input, 'name') ?? '';
    if (input['type'] === 'datasource') plugins.set(`\${${name}}`, text(input, 'pluginId') ?? '');
    else constants.set(`\${${name}}`, text(input, 'value') ?? '');
  }

  function filledText(written: string): string {
    let result = written;
    for (const [reference, value] of constants) result = result.replaceAll(reference, value);
    return result;
  }

  function filled(value: unknown, key: string): unknown {
    if (typeof value === 'string') {
      const plugin = plugins.get(value);
      if (plugin === undefined) return filledText(value);
      return key === 'datasource' ? { type: plugin } : '';
    }
    if (Array.isArray(value)) return value.map((one) => filled(one, key));
    if (!isRecord(value)) return value;
    const uid = value['uid'];
    const plugin = typeof uid === 'string' ? plugins.get(uid) : undefined;
    if (plugin !== undefined) return { ...value, type: plugin, uid: undefined };
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, name)]));
  }

  const whole = filled(dashboard, '');
  return isRecord(whole) ? whole : dashboard;
}
