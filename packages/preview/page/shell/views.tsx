import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { NavLink } from 'react-router-dom';

const VIEWS: readonly (readonly [path: string, title: string])[] = [
  ['/', 'Dashboards'],
  ['/rules', 'Rules'],
  ['/contracts', 'Metrics'],
  ['/graph', 'Graph'],
  ['/explore', 'Explore'],
];

/** The ways to what is around the dashboards. */
export function Views() {
  const styles = useStyles2(getStyles);
  return (
    <nav className={styles.views} aria-label="Views">
      {VIEWS.map(([path, title]) => (
        <NavLink key={path} to={locationUtil.assureBaseUrl(path)} end={path === '/'} className={styles.view}>
          {title}
        </NavLink>
      ))}
    </nav>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    views: css({ display: 'flex', gap: theme.spacing(0.5), overflowX: 'auto', maxWidth: '100%' }),
    view: css({
      padding: theme.spacing(0.5, 1),
      borderRadius: theme.shape.radius.default,
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
      '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
      '&.active': { color: theme.colors.text.primary, background: theme.colors.action.selected },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
  };
}
