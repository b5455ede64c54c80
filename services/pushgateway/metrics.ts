import { bounded, counter, gauge, httpStatus, info, oneOf, summary } from '@binnacle/builders';

/** What pushgateway exposes. Importing again adds what is new and keeps every edit. */
export const metrics = {
  pushFailureTimeSeconds: gauge('push_failure_time_seconds', {
    help: 'Last Unix time when changing this group in the Pushgateway failed.',
    unit: 'seconds',
  }),
  pushTimeSeconds: gauge('push_time_seconds', {
    help: 'Last Unix time when changing this group in the Pushgateway succeeded.',
    unit: 'seconds',
  }),
  buildInfo: info('pushgateway_build_info', {
    help: "A metric with a constant '1' value labeled by version, revision, branch, goversion from which pushgateway was built, and the goos and goarch for the build.",
    labels: {
      branch: bounded(1), // 1 seen: debian/sid
      goarch: bounded(1), // 1 seen: amd64
      goos: bounded(1), // 1 seen: linux
      goversion: bounded(1), // 1 seen: go1.19.8
      revision: bounded(1), // 1 seen: 1.5.1-2+b5
      version: bounded(1), // 1 seen: 1.5.1
    },
  }),
  httpPushDurationSeconds: summary('pushgateway_http_push_duration_seconds', {
    help: 'HTTP request duration for pushes to the Pushgateway.',
    unit: 'seconds',
    labels: {
      method: bounded(10), // 1 seen: put
    },
    quantiles: [0.1, 0.5, 0.9],
  }),
  httpPushSizeBytes: summary('pushgateway_http_push_size_bytes', {
    help: 'HTTP request size for pushes to the Pushgateway.',
    unit: 'bytes',
    labels: {
      method: bounded(10), // 1 seen: put
    },
    quantiles: [0.1, 0.5, 0.9],
  }),
  httpRequests: counter('pushgateway_http_requests_total', {
    help: 'Total HTTP requests processed by the Pushgateway, excluding scrapes.',
    unit: 'requests',
    labels: {
      code: httpStatus(),
      handler: bounded(10), // 2 seen: push, ready
      method: oneOf('get', 'put'),
    },
  }),
};
