import type { Context } from './context.ts';
import { flag, type Json, objects, present, text, texts } from './fields.ts';

/** The links of a classic dashboard in the v2 shape. */
export function dashboardLinks(dashboard: Json): readonly Json[] {
  return objects(dashboard, 'links').map((link) => ({
    title: text(link, 'title') ?? '',
    type: link['type'] === 'dashboards' ? 'dashboards' : 'link',
    icon: text(link, 'icon') ?? 'external link',
    tooltip: text(link, 'tooltip') ?? '',
    tags: texts(link, 'tags'),
    asDropdown: flag(link, 'asDropdown'),
    targetBlank: flag(link, 'targetBlank'),
    includeVars: flag(link, 'includeVars'),
    keepTime: flag(link, 'keepTime'),
    ...present({ url: text(link, 'url'), placement: text(link, 'placement') }),
  }));
}

/** The links of a classic panel. Those of old dashboards name another dashboard by its title, which leads nowhere. */
export function panelLinks(panel: Json, context: Context): readonly Json[] {
  return objects(panel, 'links').flatMap((link) => {
    const title = text(link, 'title') ?? '';
    const url = text(link, 'url');
    if (url === undefined) {
      context.report(
        `link ${title} of panel ${text(panel, 'title') ?? ''} names a dashboard and no address; it is left out`,
      );
      return [];
    }
    return [{ title, url, targetBlank: flag(link, 'targetBlank') }];
  });
}
