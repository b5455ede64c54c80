import { createTheme, type GrafanaTheme2, ThemeContext } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { createContext, type ReactNode, useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';

/** The two looks of the page. */
export type Mode = 'dark' | 'light';

interface Switch {
  readonly mode: Mode;
  readonly toggle: () => void;
}

export const ModeContext = createContext<Switch>({ mode: 'dark', toggle: () => undefined });

const KEY = 'binnacle.theme';

function isMode(text: string | null): text is Mode {
  return text === 'dark' || text === 'light';
}

function preferred(search: string): Mode {
  const asked = new URLSearchParams(search).get('theme');
  if (isMode(asked)) return asked;
  const kept = localStorage.getItem(KEY);
  if (isMode(kept)) return kept;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** Grafana's text of warnings has too little contrast on white for small letters. */
const READABLE = { text: '#a83f00' } as const;

function themeOf(mode: Mode): GrafanaTheme2 {
  const theme = createTheme({ colors: { mode, ...(mode === 'light' && { warning: READABLE }) } });
  // Scenes colour fields with the theme of Grafana's configuration, not with that of React.
  config.theme2 = theme;
  return theme;
}

/** Grafana's theme for all that is below: that of the URL (`theme=light`), the one chosen last, or the system's. */
export function Themed({ children }: { readonly children: ReactNode }) {
  const { search } = useLocation();
  const [mode, setMode] = useState(() => preferred(search));
  const theme = useMemo(() => themeOf(mode), [mode]);
  const value = useMemo(
    () => ({
      mode,
      toggle: () => {
        const next = mode === 'dark' ? 'light' : 'dark';
        localStorage.setItem(KEY, next);
        locationService.partial({ theme: next }, true);
        setMode(next);
      },
    }),
    [mode],
  );
  return (
    <ModeContext value={value}>
      <ThemeContext value={theme}>{children}</ThemeContext>
    </ModeContext>
  );
}
