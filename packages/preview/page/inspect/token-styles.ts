import { css } from '@emotion/css';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import type { TokenKind } from './highlight.ts';

const DARKER = 0.35;

/** The look of each kind of piece of a query. */
export function tokenStyles(theme: GrafanaTheme2): Readonly<Record<TokenKind, string>> {
  const shade = theme.isDark ? 'light' : 'dark';
  // Colours of charts are for areas: on white, letters need darker ones.
  const color = (name: string): string => {
    const own = theme.visualization.getColorByName(name);
    return css({ color: theme.isDark ? own : colorManipulator.darken(own, DARKER) });
  };
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
