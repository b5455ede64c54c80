import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import type { ExploredPanel } from '../../src/explore/panel.ts';
import { withPanel } from './kept.ts';
import { useScratch } from './use-scratch.ts';

/** Puts what is explored on the scratch dashboard. */
export function AddToScratch({ panel, address }: { readonly panel: ExploredPanel; readonly address: string }) {
  const styles = useStyles2(getStyles);
  const { dashboard, change, failure } = useScratch();
  /** The address that was added: another one is not yet. */
  const [added, setAdded] = useState<string>();
  useEffect(() => setAdded((before) => (before === address ? before : undefined)), [address]);
  const size = panel.visualisation === 'stat' ? 'minor' : 'major';
  const count = dashboard.panels.length;
  return (
    <div className={styles.line}>
      <Button
        size="sm"
        icon="plus"
        onClick={() => {
          change((before) => withPanel(before, { ...panel, size, address }));
          setAdded(address);
        }}
      >
        Add to scratch dashboard
      </Button>
      <output className={styles.said}>
        {added === address && failure === undefined ? (
          <span className={styles.done}>
            <Icon name="check" /> Added
          </span>
        ) : null}
        {count === 0 ? null : (
          <Link to={locationUtil.assureBaseUrl('/scratch')} className={styles.link}>
            Scratch dashboard: {count} {count === 1 ? 'panel' : 'panels'}
          </Link>
        )}
      </output>
      {failure === undefined ? null : <span role="alert">{failure}</span>}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
    said: css({ display: 'inline-flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
    done: css({ color: theme.colors.success.text }),
    link: css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } }),
  };
}
