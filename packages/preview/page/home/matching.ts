import type { DashboardOnPage, ServiceOnPage } from '../../src/wire/project.ts';

/** True when every word of a question is somewhere in a text. */
export function fits(question: string, text: string): boolean {
  const words = question
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const where = text.toLowerCase();
  return words.every((word) => where.includes(word));
}

/** What a dashboard is found by. */
function dashboardText({ title, uid, folder = '', service = '', tags }: DashboardOnPage): string {
  return [title, uid, folder, service, ...tags].join(' ');
}

/** What a service is found by. */
function serviceText({ name, title, owner = '', tier = '', kind = '' }: ServiceOnPage): string {
  return [name, title, owner, tier, kind].join(' ');
}

/** A service with its dashboards; without one, the dashboards that belong to none. */
export interface Group {
  readonly service: ServiceOnPage | undefined;
  readonly dashboards: readonly DashboardOnPage[];
}

/** What a question leaves of services and dashboards: a service with all of its dashboards when it is meant itself. */
export function groupsFor(
  question: string,
  services: readonly ServiceOnPage[],
  dashboards: readonly DashboardOnPage[],
): readonly Group[] {
  const known = new Set(services.map(({ name }) => name));
  const byService = new Map<string | undefined, DashboardOnPage[]>();
  for (const dashboard of dashboards) {
    const list = byService.get(dashboard.service) ?? [];
    list.push(dashboard);
    byService.set(dashboard.service, list);
  }
  const own = services.map((service): Group => {
    const mine = byService.get(service.name) ?? [];
    const meant = fits(question, serviceText(service));
    return { service, dashboards: meant ? mine : mine.filter((dashboard) => fits(question, dashboardText(dashboard))) };
  });
  const others = dashboards.filter(({ service }) => service === undefined || !known.has(service));
  return [
    ...own.filter(
      ({ service, dashboards: left }) =>
        left.length > 0 || (service !== undefined && fits(question, serviceText(service))),
    ),
    { service: undefined, dashboards: others.filter((dashboard) => fits(question, dashboardText(dashboard))) },
  ].filter(({ service, dashboards: left }) => service !== undefined || left.length > 0);
}
