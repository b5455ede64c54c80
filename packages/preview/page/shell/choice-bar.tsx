import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface ChoiceBarProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

/** A few choices beside each other, one of them chosen; they wrap where there is no room. */
export function ChoiceBar({ label, choices, chosen, choose }: ChoiceBarProps) {
  const styles = useStyles2(getStyles);
  return (
    <fieldset className={styles.bar} aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={styles.choice}
          aria-pressed={choice.value === chosen}
          onClick={() => choose(choice.value)}
        >
          {choice.label}
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
  };
}
