import { window } from '../../query/window.ts';
import { variableFrame, variableOf, type Variable, type VariableOptions } from './variable.ts';

/** A choice of windows: `rate(requests, window.value)`. The first is chosen at first. @throws on text that is no duration. */
export function intervalVariable<const N extends string>(
  name: N,
  windows: readonly [string, ...string[]],
  options: VariableOptions = {},
): Variable<N> {
  const [first] = windows;
  for (const text of windows) window(text);
  return variableOf(name, {
    kind: 'IntervalVariable',
    spec: {
      ...variableFrame(name, options),
      query: windows.join(','),
      current: { text: first, value: first },
      options: windows.map((text) => ({ text, value: text, selected: text === first })),
      auto: false,
      auto_min: '10s',
      auto_count: 30,
      refresh: 'onTimeRangeChanged',
    },
  });
}
