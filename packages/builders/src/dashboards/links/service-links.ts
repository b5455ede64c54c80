import type { LinkType, ServiceSpec } from '@binnacle/model';
import type { DashboardLink } from '../schema.ts';
import { dashboardLink, type LinkIcon } from './link.ts';

const ICONS: Readonly<Record<LinkType, LinkIcon>> = {
  runbook: 'bolt',
  repository: 'external link',
  docs: 'doc',
  'on-call': 'question',
  dashboard: 'dashboard',
  other: 'external link',
};

/** Where to read on about a service: its runbook, repository, documentation and rota. */
export function serviceLinks({ links }: Pick<ServiceSpec, 'links'>): readonly DashboardLink[] {
  return links.map(({ type, title, url }) => dashboardLink({ title, url }, ICONS[type]));
}
