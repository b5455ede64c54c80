import { defineConfig } from '@binnacle/builders';

const datasources = {
  metrics: { uid: 'prometheus', type: 'prometheus', default: true },
  logs: { uid: 'loki', type: 'loki', default: true },
  traces: { uid: 'tempo', type: 'tempo', default: true },
} as const;

export default defineConfig({
  project: 'example-shop',
  environments: {
    dev: {
      grafana: { version: '13.0', url: 'https://grafana.dev.example.com' },
      prometheus: {
        version: '3.5',
        scrapeInterval: '15s',
        evaluationInterval: '30s',
        retention: '15d',
        externalLabels: { cluster: 'dev' },
      },
      datasources,
      labels: { environment: 'dev' },
    },
    prod: {
      grafana: { version: '12.0', url: 'https://grafana.example.com' },
      prometheus: {
        version: '2.42',
        scrapeInterval: '15s',
        evaluationInterval: '30s',
        retention: '90d',
        externalLabels: { cluster: 'prod' },
      },
      datasources,
      labels: { environment: 'prod' },
    },
  },
});
