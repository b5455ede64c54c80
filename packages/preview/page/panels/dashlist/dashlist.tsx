import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import { ProjectContext } from '../../shell/project-context.ts';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { listed, type DashlistOptions } from './listed.ts';

function Draw({ options, replaceVariables }: PanelProps<DashlistOptions>) {
  const { project } = useContext(ProjectContext);
  const styles = useStyles2(getStyles);
  const dashboards = listed(project?.dashboards ?? [], { ...options, query: replaceVariables(options.query) });
  if (dashboards.length === 0)
    return (
      <Note
        text={
          options.showSearch
            ? 'No dashboard of this project fits'
            : 'Starred and recent dashboards are kept by a Grafana'
        }
      />
    );
  return (
    <ul className={styles.list}>
      {dashboards.map(({ uid, title, folder }) => (
        <li key={uid} className={styles.item}>
          <Link to={`/d/${encodeURIComponent(uid)}`}>{title}</Link>
          {options.showFolderNames && folder !== undefined ? <span className={styles.quiet}>{folder}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    list: css({ listStyle: 'none', margin: 0, padding: 0, height: '100%', overflow: 'auto' }),
    item: css({
      display: 'flex',
      flexDirection: 'column',
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}

/** Dashboards of the project, by folder, tag and title. */
export const dashlist = definePanel<DashlistOptions>({
  Draw,
  needsData: false,
  options: {
    showSearch: false,
    showStarred: true,
    showRecentlyViewed: false,
    showFolderNames: true,
    query: '',
    tags: [],
    maxItems: 10,
  },
});
