import type { Call } from '../../ast.ts';
import type { Value } from '../evaluate/column.ts';
import { unsupported } from '../evaluate/failure.ts';
import type { Frame } from '../evaluate/query.ts';

export function infoCall(call: Call, _frame: Frame): Value {
  return unsupported('info is not evaluated here', call.funcSpan);
}
