import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import type { ReaderOnPage } from '../../src/wire/project.ts';
import { ProjectContext } from '../shell/project-context.ts';
import { readerAddress, readerGroups } from './reader-groups.ts';

function nameOf({ kind, name }: ReaderOnPage): string {
  if (name === '') return kind;
  return kind === 'variable' || kind === 'annotation' ? `${kind} ${name}` : name;
}

function Reader({ reader }: { readonly reader: ReaderOnPage }) {
  const address = readerAddress(reader);
  return address === undefined ? nameOf(reader) : <Link to={address}>{nameOf(reader)}</Link>;
}

/** What reads a metric, with the way to each. */
export function MetricReaders({ readers }: { readonly readers: readonly ReaderOnPage[] }) {
  const styles = useStyles2(getStyles);
  const { project } = useContext(ProjectContext);
  if (readers.length === 0) {
    return <div className={styles.quiet}>No panel, alert or record of the project reads it.</div>;
  }
  const titles = new Map(project?.dashboards.map(({ uid, title }) => [uid, title]));
  return (
    <dl className={styles.list}>
      {readerGroups(readers, (uid) => titles.get(uid) ?? uid).map(({ uid, title, readers: own }) => (
        <div key={uid ?? title} className={styles.group}>
          <dt>{uid === undefined ? title : <Link to={`/d/${encodeURIComponent(uid)}`}>{title}</Link>}</dt>
          <dd>
            <ul className={styles.readers}>
              {own.map((reader) => (
                <li key={`${reader.kind} ${reader.name} ${reader.place ?? ''}`}>
                  <Reader reader={reader} />
                  {reader.through === undefined ? null : (
                    <span className={styles.quiet}>{` through ${reader.through}`}</span>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  return {
    list: css({
      margin: 0,
      display: 'grid',
      gap: theme.spacing(1),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
      // A finger is no needle.
      a: { display: 'inline-block', minHeight: 24, color: theme.colors.text.link },
    }),
    group: css({
      minWidth: 0,
      dt: { fontWeight: theme.typography.fontWeightMedium },
      dd: { margin: 0 },
    }),
    readers: css({
      listStyle: 'none',
      margin: 0,
      padding: 0,
      overflowWrap: 'anywhere',
      ...small,
    }),
    quiet: css({ color: theme.colors.text.secondary, ...small }),
  };
}
