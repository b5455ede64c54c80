type Trim<S extends string> = S extends ` ${infer R}` ? Trim<R> : S extends `${infer R} ` ? Trim<R> : S;

/** Labels a legend template names: `'{{code}} {{route}}'` names `code` and `route`. */
type LegendLabels<S extends string> = S extends `${string}{{${infer Label}}}${infer Rest}`
  ? Trim<Label> | LegendLabels<Rest>
  : never;

/**
 * A legend template whose labels `L` all has; otherwise a sentence that the compiler shows. Text that is only known at
 * run time is taken as it is.
 */
export type LegendText<L extends string, S extends string> = string extends S
  ? S
  : [Exclude<LegendLabels<S>, L>] extends [never]
    ? S
    : `the expression has no label ${Exclude<LegendLabels<S>, L>}`;

/** The labels a legend template names, in order. */
export function legendLabels(template: string): readonly string[] {
  return [...template.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, label = '']) => label);
}
