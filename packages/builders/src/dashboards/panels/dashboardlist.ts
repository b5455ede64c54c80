import type { Options } from '@grafana/grafana-foundation-sdk/dashboardlist';
import { overlay } from '../json.ts';
import type { Partially, Plain } from '../schema.ts';
import type { FrameOptions, Panel } from './panel.ts';
import { withoutData } from './without-data.ts';

export interface DashboardListOptions extends FrameOptions {
  /** Dashboards that have all of these tags; a service's dashboards have its name as a tag. */
  readonly tags: readonly string[];
  readonly options?: Partially<Plain<Options>>;
}

/** Links to dashboards, keeping the time range. */
export function dashboardlist(title: string, { tags, options, ...frame }: DashboardListOptions): Panel {
  const base: Plain<Options> = {
    keepTime: true,
    includeVars: false,
    showStarred: false,
    showRecentlyViewed: false,
    showSearch: true,
    showHeadings: false,
    showFolderNames: true,
    maxItems: 30,
    query: '',
    tags,
  };
  return withoutData(title, frame, { group: 'dashlist', options: overlay(base, options) });
}
