import type { Diagnostic } from '@binnacle/model';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { FindingList } from '../findings/finding-list.tsx';

/** Over the last good page: why the definitions do not load now. It can be put aside until they break again. */
export function BrokenOverlay({ findings }: { readonly findings: readonly Diagnostic[] }) {
  const styles = useStyles2(getStyles);
  const [aside, setAside] = useState<readonly Diagnostic[]>();
  if (aside === findings) return null;
  return (
    <div className={styles.overlay} role="alert" data-testid="broken-overlay">
      <div className={styles.head}>
        <strong>The definitions do not load. What is below is the last that did.</strong>
        <IconButton name="times" aria-label="Put aside" onClick={() => setAside(findings)} />
      </div>
      <FindingList findings={findings} />
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    overlay: css({
      position: 'fixed',
      left: theme.spacing(2),
      right: theme.spacing(2),
      bottom: theme.spacing(2),
      maxHeight: '60vh',
      overflow: 'auto',
      zIndex: theme.zIndex.modal,
      padding: theme.spacing(2),
      background: theme.colors.background.primary,
      border: `2px solid ${theme.colors.error.border}`,
      borderRadius: theme.shape.radius.default,
      boxShadow: theme.shadows.z3,
    }),
    head: css({
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
      color: theme.colors.error.text,
    }),
  };
}
