// Has to be the first import of the page: Grafana's modules read these when they are loaded.
declare global {
  interface Window {
    /** Where Grafana's components look for their icons and fonts. */
    __grafana_public_path__?: string;
    /** What a running Grafana would tell its page. */
    grafanaBootData?: unknown;
  }
}

// oxlint-disable-next-line no-underscore-dangle -- Grafana's name
window.__grafana_public_path__ = '/public/';
window.grafanaBootData = {
  settings: {
    appSubUrl: '',
    buildInfo: { version: '13.2.3', env: 'production' },
    datasources: {},
    featureToggles: {},
    panels: {},
  },
  user: { timezone: 'browser', weekStart: 'monday' },
  navTree: [],
};

/** Without an export this would be no module, and could not extend what is global. */
export type Globals = Window;
