// Has to be the first import of the page: Grafana's modules read these when they are loaded.
declare global {
  interface Window {
    /** Where Grafana's components look for their icons and fonts. */
    __grafana_public_path__?: string;
    /** What a running Grafana would tell its page. */
    grafanaBootData?: unknown;
  }
}

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

export {};
