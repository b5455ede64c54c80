import type { DashboardLink } from '../schema.ts';

/** A link, on a dashboard or on a panel. */
export interface Link {
  readonly title: string;
  readonly url: string;
  readonly targetBlank?: boolean;
}

/** Grafana's icons for links on dashboards. */
export type LinkIcon = 'external link' | 'dashboard' | 'question' | 'info' | 'bolt' | 'doc' | 'cloud';

/** The link as a dashboard shows it, at its top. */
export function dashboardLink(
  { title, url, targetBlank = true }: Link,
  icon: LinkIcon = 'external link',
): DashboardLink {
  return {
    type: 'link',
    title,
    url,
    icon,
    tooltip: '',
    tags: [],
    asDropdown: false,
    targetBlank,
    includeVars: false,
    keepTime: false,
  };
}
