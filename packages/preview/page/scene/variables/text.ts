import { type SceneVariable, TextBoxVariable } from '@grafana/scenes';
import type { Variable } from '../spec.ts';
import { describedAs } from './shape.ts';

/** A value that is typed in. */
export function textVariable({ spec }: Variable<'TextVariable'>): SceneVariable {
  const [chosen = ''] = [spec.current.value].flat();
  return new TextBoxVariable({ ...describedAs(spec), value: chosen === '' ? spec.query : chosen });
}
