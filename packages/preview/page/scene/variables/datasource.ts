import { CustomVariable, type SceneVariable } from '@grafana/scenes';
import { sourceSettings } from '../../data/settings.ts';
import type { Variable } from '../spec.ts';
import { choiceOf, describedAs } from './shape.ts';

function matching(names: readonly string[], regex: string): readonly string[] {
  if (regex === '') return names;
  const [, pattern = regex, flags = ''] = /^\/(.*)\/([a-z]*)$/.exec(regex) ?? [];
  const accepted = new RegExp(pattern, flags);
  return names.filter((name) => accepted.test(name));
}

/** The data sources one may choose from: those of the project, and the one that the definition has chosen. */
export function datasourceVariable({ spec }: Variable<'DatasourceVariable'>): SceneVariable {
  const { current, pluginId, regex } = spec;
  const own = pluginId === 'prometheus' ? sourceSettings().sources : [];
  const names = matching(own, regex);
  const [chosen = ''] = [current.value].flat();
  const known = names.includes(chosen) || spec.includeAll;
  const first = names[0] ?? (chosen === '' ? pluginId : chosen);
  return new CustomVariable({
    ...describedAs(spec),
    ...choiceOf(known ? spec : { ...spec, current: { value: first, text: first } }),
    query: (names.length === 0 ? [first] : names).map((name) => name.replaceAll(',', String.raw`\,`)).join(','),
  });
}
