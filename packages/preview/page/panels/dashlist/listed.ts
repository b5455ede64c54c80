import type { DashboardOnPage } from '../../../src/wire/project.ts';

/** What a list of dashboards shows. */
export interface DashlistOptions {
  readonly showSearch: boolean;
  readonly showStarred: boolean;
  readonly showRecentlyViewed: boolean;
  readonly showFolderNames: boolean;
  readonly query: string;
  readonly tags: readonly string[];
  readonly folderUID?: string;
  readonly maxItems: number;
}

/** The dashboards a list shows. Stars and visits are kept by a Grafana: without a search there are none. */
export function listed(
  dashboards: readonly DashboardOnPage[],
  options: Omit<DashlistOptions, 'showFolderNames'>,
): readonly DashboardOnPage[] {
  const { showSearch, query, tags, folderUID, maxItems } = options;
  if (!showSearch) return [];
  const words = query.toLowerCase();
  return dashboards
    .filter(({ title, tags: own, folder }) => {
      const inFolder = folderUID === undefined || folderUID === '' || folder === folderUID;
      return inFolder && title.toLowerCase().includes(words) && tags.every((tag) => own.includes(tag));
    })
    .slice(0, maxItems);
}
