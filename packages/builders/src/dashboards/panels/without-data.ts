import { framed, type FrameOptions, type Panel } from './panel.ts';

/** A panel that asks no datasource. */
export function withoutData(
  title: string,
  frame: FrameOptions,
  visualisation: { group: string; options: object },
): Panel {
  return framed(title, frame, {
    group: visualisation.group,
    options: visualisation.options,
    defaults: {},
    overrides: [],
    queries: [],
    transformations: [],
    queryOptions: {},
    conventions: { mode: 'instant', unit: 'none' },
  });
}
