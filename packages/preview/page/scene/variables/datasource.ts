import { CustomVariable, type SceneVariable } from '@grafana/scenes';
import { type Source, sourceSettings } from '../../data/settings.ts';
import type { Variable } from '../spec.ts';
import { choiceOf, describedAs } from './shape.ts';

function matching(sources: readonly Source[], regex: string): readonly Source[] {
  if (regex === '') return sources;
  const [, pattern = regex, flags = ''] = /^\/(.*)\/([a-z]*)$/.exec(regex) ?? [];
  const accepted = new RegExp(pattern, flags);
  return sources.filter(({ name }) => accepted.test(name));
}

function inList(text: string): string {
  return text.replaceAll(',', String.raw`\,`);
}

/** The data sources one may choose from: those of the project, or the one that the definition has chosen. */
export function datasourceVariable({ spec }: Variable<'DatasourceVariable'>): SceneVariable {
  const { current, pluginId, regex } = spec;
  const [chosen = ''] = [current.value].flat();
  const found = matching(
    sourceSettings().sources.filter(({ type }) => type === pluginId),
    regex,
  );
  const given = chosen === '' ? pluginId : chosen;
  const sources = found.length > 0 ? found : [{ uid: given, name: [current.text].flat()[0] ?? given }];
  const known = spec.includeAll || sources.some(({ uid }) => uid === chosen);
  const [first] = sources;
  return new CustomVariable({
    ...describedAs(spec),
    ...choiceOf(known || first === undefined ? spec : { ...spec, current: { value: first.uid, text: first.name } }),
    query: sources.map(({ uid, name }) => `${inList(name)} : ${inList(uid)}`).join(','),
  });
}
