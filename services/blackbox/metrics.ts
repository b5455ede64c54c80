import { bounded, counter, gauge, info, oneOf } from '@binnacle/builders';

/** What blackbox exposes. Importing again adds what is new and keeps every edit. */
export const metrics = {
  blackboxExporterBuildInfo: info('blackbox_exporter_build_info', {
    help: "A metric with a constant '1' value labeled by version, revision, branch, goversion from which blackbox_exporter was built, and the goos and goarch for the build.",
    labels: {
      branch: bounded(1), // 1 seen: debian/sid
      goarch: bounded(1), // 1 seen: amd64
      goos: bounded(1), // 1 seen: linux
      goversion: bounded(1), // 1 seen: go1.19.8
      revision: bounded(1), // 1 seen: 0.23.0-4+b4
      version: bounded(1), // 1 seen: 0.23.0
    },
  }),
  blackboxExporterConfigLastReloadSuccessTimestampSeconds: gauge(
    'blackbox_exporter_config_last_reload_success_timestamp_seconds',
    {
      help: 'Timestamp of the last successful configuration reload.',
      unit: 'seconds',
    },
  ),
  blackboxExporterConfigLastReloadSuccessful: gauge('blackbox_exporter_config_last_reload_successful', {
    help: 'Blackbox exporter config loaded successfully.',
    unit: 'bool',
  }),
  blackboxModuleUnknown: counter('blackbox_module_unknown_total', {
    help: 'Count of unknown modules requested by probes.',
    unit: 'count',
  }),
  netConntrackDialerConnAttempted: counter('net_conntrack_dialer_conn_attempted_total', {
    help: 'Total number of connections attempted by the given dialer a given name.',
    unit: 'count',
    labels: {
      dialer_name: bounded(10), // 1 seen: http_probe
    },
  }),
  netConntrackDialerConnClosed: counter('net_conntrack_dialer_conn_closed_total', {
    help: 'Total number of connections closed which originated from the dialer of a given name.',
    unit: 'count',
    labels: {
      dialer_name: bounded(10), // 1 seen: http_probe
    },
  }),
  netConntrackDialerConnEstablished: counter('net_conntrack_dialer_conn_established_total', {
    help: 'Total number of connections successfully established by the given dialer a given name.',
    unit: 'count',
    labels: {
      dialer_name: bounded(10), // 1 seen: http_probe
    },
  }),
  netConntrackDialerConnFailed: counter('net_conntrack_dialer_conn_failed_total', {
    help: 'Total number of connections failed to dial by the dialer a given name.',
    unit: 'count',
    labels: {
      dialer_name: bounded(10), // 1 seen: http_probe
      reason: oneOf('refused', 'resolution', 'timeout', 'unknown'),
    },
  }),
  dnsLookupTimeSeconds: gauge('probe_dns_lookup_time_seconds', {
    help: 'Returns the time taken for probe dns lookup in seconds.',
    unit: 'seconds',
  }),
  durationSeconds: gauge('probe_duration_seconds', {
    help: 'Returns how long the probe took to complete in seconds.',
    unit: 'seconds',
  }),
  failedDueToRegex: gauge('probe_failed_due_to_regex', {
    help: 'Indicates if probe failed due to regex.',
    unit: 'count',
  }),
  httpContentLength: gauge('probe_http_content_length', {
    help: 'Length of http content response.',
    unit: 'count',
  }),
  httpDurationSeconds: gauge('probe_http_duration_seconds', {
    help: 'Duration of http request by phase, summed over all redirects.',
    unit: 'seconds',
    labels: {
      phase: oneOf('connect', 'processing', 'resolve', 'tls', 'transfer'),
    },
  }),
  httpRedirects: gauge('probe_http_redirects', {
    help: 'The number of redirects.',
    unit: 'redirects',
  }),
  httpSsl: gauge('probe_http_ssl', {
    help: 'Indicates if SSL was used for the final redirect.',
    unit: 'count',
  }),
  httpStatusCode: gauge('probe_http_status_code', {
    help: 'Response HTTP status code.',
    unit: 'count',
  }),
  httpUncompressedBodyLength: gauge('probe_http_uncompressed_body_length', {
    help: 'Length of uncompressed response body.',
    unit: 'count',
  }),
  httpVersion: gauge('probe_http_version', {
    help: 'Returns the version of HTTP of the probe response.',
    unit: 'count',
  }),
  ipAddrHash: gauge('probe_ip_addr_hash', {
    help: "Specifies the hash of IP address. It's useful to detect if the IP address changes.",
    unit: 'count',
  }),
  ipProtocol: gauge('probe_ip_protocol', {
    help: 'Specifies whether probe ip protocol is IP4 or IP6.',
    unit: 'count',
  }),
  sslEarliestCertExpiry: gauge('probe_ssl_earliest_cert_expiry', {
    help: 'When the first certificate of the chain expires, in Unix time.',
    unit: 'seconds',
    waiver: 'named by blackbox_exporter',
  }),
  success: gauge('probe_success', {
    help: 'Displays whether or not the probe was a success.',
    unit: 'bool',
  }),
};
