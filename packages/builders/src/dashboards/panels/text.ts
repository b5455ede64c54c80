import type { Options } from '@grafana/grafana-foundation-sdk/text';
import type { Plain } from '../schema.ts';
import type { FrameOptions, Panel } from './panel.ts';
import { withoutData } from './without-data.ts';

export interface TextOptions extends FrameOptions {
  /** Markdown, unless `mode` says otherwise; `$variables` are replaced. */
  readonly content: string;
  readonly mode?: Plain<Options>['mode'];
}

/** Words: what the dashboard is for, what to do when it looks bad. */
export function text(title: string, { content, mode = 'markdown', ...frame }: TextOptions): Panel {
  const options: Plain<Options> = { mode, content };
  return withoutData(title, frame, { group: 'text', options });
}
