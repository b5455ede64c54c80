import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface ToggleBarProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly title?: string }[];
  readonly chosen: readonly string[];
  /** The order in which they were chosen matters, and is said. */
  readonly isOrdered?: boolean;
  readonly choose: (values: readonly string[]) => void;
}

/** Things beside each other that are each on or off; they come in the order in which they are switched on. */
export function ToggleBar({ label, choices, chosen, isOrdered = false, choose }: ToggleBarProps) {
  const styles = useStyles2(getStyles);
  const toggle = (value: string): void =>
    choose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.bar} aria-label={label}>
      {choices.map(({ value, label: text, title }) => (
        <button
          key={value}
          type="button"
          className={styles.choice}
          title={title}
          aria-pressed={chosen.includes(value)}
          onClick={() => toggle(value)}
        >
          {text}
          {isOrdered && chosen.length > 1 && chosen.includes(value) ? (
            <sup aria-hidden className={styles.order}>
              {chosen.indexOf(value) + 1}
            </sup>
          ) : null}
        </button>
      ))}
    </fieldset>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      border: 0,
      margin: 0,
      padding: 0,
      minWidth: 0,
    }),
    choice: css({
      padding: theme.spacing(0.25, 1),
      borderRadius: theme.shape.radius.default,
      border: `1px solid ${theme.colors.border.medium}`,
      background: 'none',
      fontSize: theme.typography.bodySmall.fontSize,
      '&:hover': { background: theme.colors.action.hover },
      '&[aria-pressed="true"]': { background: theme.colors.action.selected, borderColor: theme.colors.primary.border },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
    }),
    order: css({ marginLeft: theme.spacing(0.25), color: theme.colors.text.secondary }),
  };
}
