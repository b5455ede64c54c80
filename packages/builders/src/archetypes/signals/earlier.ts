import { selector } from '../../query/expression.ts';
import type { Kind, Window } from '../../query/vector.ts';
import type { Series } from '../../service/roles.ts';

/** The same series as they were `ago`. */
export function earlier<K extends Kind, U extends string>(series: Series<K, U>, ago: Window): Series<K, U> {
  return selector<string, U, K>(series.expr).offset(ago);
}
