import { css } from '@emotion/css';
import { type GrafanaTheme2, textUtil } from '@grafana/data';
import { sceneGraph, type SceneObject } from '@grafana/scenes';
import { type IconName, LinkButton, useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { ProjectContext } from '../shell/project-context.ts';
import type { LinkSpec } from './spec.ts';

const ICONS: Readonly<Record<string, IconName>> = {
  bolt: 'bolt',
  cloud: 'cloud',
  dashboard: 'apps',
  doc: 'file-alt',
  'external link': 'external-link-alt',
  info: 'info-circle',
  question: 'question-circle',
};

interface Shown {
  readonly title: string;
  readonly url: string;
  readonly tooltip: string;
  readonly icon: IconName;
  readonly targetBlank: boolean;
}

/** The address of a link, with what it takes along of time range and variables. */
function linkUrl(
  { url = '', keepTime, includeVars }: Pick<LinkSpec, 'url' | 'keepTime' | 'includeVars'>,
  scene: SceneObject,
): string {
  const parts = [
    ...(keepTime ? [sceneGraph.interpolate(scene, '${__url_time_range}')] : []),
    ...(includeVars ? [sceneGraph.interpolate(scene, '${__all_variables}')] : []),
  ].filter((part) => part !== '' && !part.startsWith('$'));
  const whole = sceneGraph.interpolate(scene, url);
  if (parts.length === 0) return textUtil.sanitizeUrl(whole);
  return textUtil.sanitizeUrl(`${whole}${whole.includes('?') ? '&' : '?'}${parts.join('&')}`);
}

/** The links of a dashboard: to addresses, and to dashboards with a tag. */
export function DashboardLinks({ links, scene }: { readonly links: readonly LinkSpec[]; readonly scene: SceneObject }) {
  const { project } = useContext(ProjectContext);
  const styles = useStyles2(getStyles);
  sceneGraph.getTimeRange(scene).useState();
  const shown = links.flatMap((link): readonly Shown[] => {
    const { title, tooltip, icon, targetBlank, tags, type } = link;
    const common = { tooltip, targetBlank, icon: ICONS[icon] ?? ('external-link-alt' as const) };
    const kind: string = type;
    if (kind === 'link') return [{ ...common, title, url: linkUrl(link, scene) }];
    const tagged = (project?.dashboards ?? []).filter((dashboard) => tags.every((tag) => dashboard.tags.includes(tag)));
    return tagged.map((dashboard) => ({
      ...common,
      icon: 'apps' as const,
      title: dashboard.title,
      url: linkUrl({ ...link, url: `/d/${encodeURIComponent(dashboard.uid)}` }, scene),
    }));
  });
  if (shown.length === 0) return null;
  return (
    <nav className={styles.links} aria-label="Links of the dashboard">
      {shown.map(({ title, url, tooltip, icon, targetBlank }) => (
        <LinkButton
          key={`${title} ${url}`}
          href={url}
          icon={icon}
          size="sm"
          variant="secondary"
          fill="outline"
          {...(tooltip === '' ? {} : { tooltip })}
          {...(targetBlank ? { target: '_blank', rel: 'noreferrer' } : {})}
        >
          {sceneGraph.interpolate(scene, title, undefined, 'text')}
        </LinkButton>
      ))}
    </nav>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return { links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), paddingBottom: theme.spacing(1) }) };
}
