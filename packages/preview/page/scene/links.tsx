import { css } from '@emotion/css';
import { type GrafanaTheme2, textUtil } from '@grafana/data';
import { sceneGraph, type SceneObject } from '@grafana/scenes';
import { Button, Dropdown, type IconName, LinkButton, Menu, useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import type { DashboardOnPage } from '../../src/wire/project.ts';
import { ProjectContext } from '../shell/project-context.ts';
import type { LinkSpec } from './spec.ts';
import { useInterpolation } from './use-interpolation.ts';

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
  /** The links of a menu, which has no address itself. */
  readonly menu?: readonly Pick<Shown, 'title' | 'url'>[];
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

function shownLinks(link: LinkSpec, scene: SceneObject, all: readonly DashboardOnPage[]): readonly Shown[] {
  const { tooltip, icon, targetBlank, tags, asDropdown } = link;
  const kind: string = link.type;
  const title = sceneGraph.interpolate(scene, link.title, undefined, 'text');
  const common = { title, tooltip, targetBlank };
  if (kind === 'link') return [{ ...common, icon: ICONS[icon] ?? 'external-link-alt', url: linkUrl(link, scene) }];
  const tagged = all
    .filter((dashboard) => tags.every((tag) => dashboard.tags.includes(tag)))
    .map(({ title: name, uid }) => ({
      title: name,
      url: linkUrl({ ...link, url: `/d/${encodeURIComponent(uid)}` }, scene),
    }));
  if (!asDropdown) return tagged.map((one) => ({ ...common, ...one, icon: 'apps' }));
  return tagged.length === 0 ? [] : [{ ...common, icon: 'bars', url: '', menu: tagged }];
}

/** The links of a dashboard: to addresses, and to dashboards with a tag, one by one or as a menu. */
export function DashboardLinks({ links, scene }: { readonly links: readonly LinkSpec[]; readonly scene: SceneObject }) {
  const { project } = useContext(ProjectContext);
  const styles = useStyles2(getStyles);
  useInterpolation(scene);
  const shown = links.flatMap((link) => shownLinks(link, scene, project?.dashboards ?? []));
  if (shown.length === 0) return null;
  return (
    <nav className={styles.links} aria-label="Links of the dashboard">
      {shown.map((one) =>
        one.menu === undefined ? (
          <OneLink key={`${one.title} ${one.url}`} link={one} />
        ) : (
          <MenuOfLinks key={one.title} link={one} of={one.menu} />
        ),
      )}
    </nav>
  );
}

const LOOK = { size: 'sm', variant: 'secondary', fill: 'outline' } as const;

function OneLink({ link }: { readonly link: Shown }) {
  const { title, url, tooltip, icon, targetBlank } = link;
  return (
    <LinkButton
      {...LOOK}
      href={url}
      icon={icon}
      {...(tooltip === '' ? {} : { tooltip })}
      {...(targetBlank ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {title}
    </LinkButton>
  );
}

function MenuOfLinks({ link, of }: { readonly link: Shown; readonly of: readonly Pick<Shown, 'title' | 'url'>[] }) {
  const { title, tooltip, icon, targetBlank } = link;
  const menu = (
    <Menu>
      {of.map((one) => (
        <Menu.Item key={one.url} label={one.title} url={one.url} {...(targetBlank ? { target: '_blank' } : {})} />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu}>
      <Button {...LOOK} icon={icon} {...(tooltip === '' ? {} : { tooltip })}>
        {title}
      </Button>
    </Dropdown>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return { links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), paddingBottom: theme.spacing(1) }) };
}
