import { css } from '@emotion/css';
import { dateTime, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { DataSource } from '../../src/wire/project.ts';
import { IncidentMenu } from '../incidents/incident-menu.tsx';
import { usePicture } from './use-picture.ts';

/** Where the numbers come from. Samples are never to be taken for what a system measured. */
export function DataBadge({ data }: { readonly data: DataSource }) {
  const isPicture = usePicture();
  const styles = useStyles2(getStyles);
  switch (data.kind) {
    case 'sample':
      return (
        <>
          <strong
            className={styles.sample}
            data-testid="sample-badge"
            title={`Made up from the contracts, seed ${data.seed}, at ${dateTime().format('HH:mm')}`}
          >
            SAMPLE DATA
          </strong>
          {isPicture ? null : <IncidentMenu incidents={data.incidents} />}
        </>
      );
    case 'live':
      return <span className={styles.live}>live: {data.url}</span>;
    case 'recorded':
      return <span className={styles.live}>recorded: {data.file}</span>;
    default:
      return data satisfies never;
  }
}

function getStyles(theme: GrafanaTheme2) {
  return {
    sample: css({
      padding: theme.spacing(0.25, 1),
      borderRadius: theme.shape.radius.default,
      background: theme.colors.warning.main,
      color: theme.colors.warning.contrastText,
      fontSize: theme.typography.bodySmall.fontSize,
      letterSpacing: '0.06em',
    }),
    live: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  };
}
