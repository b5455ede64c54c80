import type { Options } from '@grafana/grafana-foundation-sdk/news';
import type { Plain } from '../schema.ts';
import type { FrameOptions, Panel } from './panel.ts';
import { withoutData } from './without-data.ts';

export interface NewsOptions extends FrameOptions {
  /** URL of an RSS or Atom feed. */
  readonly feed: string;
  readonly showImage?: boolean;
}

/** Headlines of a feed: a provider's status page, a team's releases. */
export function news(title: string, { feed, showImage = false, ...frame }: NewsOptions): Panel {
  const options: Plain<Options> = { feedUrl: feed, showImage };
  return withoutData(title, frame, { group: 'news', options });
}
