import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Icon, IconButton, useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import { CompareLink } from '../compare/compare-links.tsx';
import { DataBadge } from './data-badge.tsx';
import { ProjectContext } from './project-context.ts';
import { ModeContext } from './themed.tsx';
import { usePicture } from './use-picture.ts';
import { Views } from './views.tsx';

/** The bar on top of every view: the project, where its data comes from, and the theme. */
export function Header() {
  const { project } = useContext(ProjectContext);
  const { mode, toggle } = useContext(ModeContext);
  const isPicture = usePicture();
  const styles = useStyles2(getStyles);
  return (
    <header className={styles.bar}>
      <Link to={locationUtil.assureBaseUrl('/')} className={styles.home} title="All dashboards">
        <img src="/icon.svg" alt="" width={22} height={22} /> <span>{project?.name ?? 'Binnacle'}</span>
      </Link>
      {project === undefined ? null : (
        <>
          <span className={styles.environment} title="Environment">
            <Icon name="layer-group" /> {project.environment}
          </span>
          <DataBadge data={project.data} />
          {isPicture ? null : <CompareLink />}
          {isPicture ? null : <Views />}
        </>
      )}
      <span className={styles.space} />
      {isPicture ? null : (
        <IconButton
          name="palette"
          size="lg"
          aria-label={mode === 'dark' ? 'Light theme' : 'Dark theme'}
          onClick={toggle}
        />
      )}
    </header>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(0.75, 2),
      background: theme.colors.background.primary,
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    home: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      fontWeight: theme.typography.fontWeightMedium,
    }),
    environment: css({
      color: theme.colors.text.secondary,
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    }),
    space: css({ flex: 1 }),
  };
}
