import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { PanelChange } from '../../src/wire/compare.ts';
import { ChangeWord } from './change-word.tsx';

/** Over a panel that differs: an outline, and a label that opens what is said of it. */
export function PanelMark({ change, onOpen }: { readonly change: PanelChange; readonly onOpen: () => void }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={cx(styles.outline, styles[change.change])} data-change={change.change}>
      <button
        type="button"
        className={styles.label}
        onClick={onOpen}
        aria-label={`${change.change}: ${change.title}; what differs`}
      >
        <ChangeWord change={change.change} />
      </button>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    outline: css({
      position: 'absolute',
      inset: -2,
      pointerEvents: 'none',
      borderRadius: theme.shape.radius.default,
      zIndex: 2,
    }),
    added: css({ border: `2px solid ${theme.colors.success.border}` }),
    removed: css({ border: `2px dashed ${theme.colors.error.border}` }),
    changed: css({ border: `2px solid ${theme.colors.warning.border}` }),
    label: css({
      position: 'absolute',
      right: 8,
      top: -11,
      padding: 0,
      border: 0,
      pointerEvents: 'auto',
      cursor: 'pointer',
      background: theme.colors.background.primary,
      borderRadius: theme.shape.radius.default,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
    }),
  };
}
