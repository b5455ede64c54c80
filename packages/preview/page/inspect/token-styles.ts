import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TokenKind } from './highlight.ts';

/** The look of each kind of piece of a query. */
export function tokenStyles(theme: GrafanaTheme2): Readonly<Record<TokenKind, string>> {
  const color = (name: string): string => css({ color: theme.visualization.getColorByName(name) });
  const shade = theme.isDark ? 'light' : 'dark';
  return {
    function: color(`${shade}-blue`),
    keyword: color(`${shade}-purple`),
    string: color(`${shade}-green`),
    number: color(`${shade}-orange`),
    variable: color(`${shade}-yellow`),
    label: color(`${shade}-red`),
    comment: css({ color: theme.colors.text.secondary, fontStyle: 'italic' }),
    plain: css({ color: theme.colors.text.primary }),
  };
}
