import type { Options } from '@grafana/grafana-foundation-sdk/annotationslist';
import { overlay } from '../json.ts';
import type { Partially, Plain } from '../schema.ts';
import type { FrameOptions, Panel } from './panel.ts';
import { withoutData } from './without-data.ts';

export interface AnnotationsListOptions extends FrameOptions {
  readonly tags?: readonly string[];
  readonly options?: Partially<Plain<Options>>;
}

/** What people noted, and when. */
export function annotationslist(title: string, { tags = [], options, ...frame }: AnnotationsListOptions): Panel {
  const base: Plain<Options> = {
    onlyFromThisDashboard: false,
    onlyInTimeRange: false,
    tags,
    limit: 20,
    showUser: true,
    showTime: true,
    showTags: true,
    navigateToPanel: true,
    navigateBefore: '10m',
    navigateAfter: '10m',
  };
  return withoutData(title, frame, { group: 'annolist', options: overlay(base, options) });
}
