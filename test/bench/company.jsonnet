// The dashboards and rules of project.mjs, written for jsonnet: same panels, same queries, same defaults.
local resources = ['cart', 'orders', 'stock', 'search', 'session'];
local ids = std.parseJson(std.extVar('ids'));
local requestKeys = ['requests', 'errors', 'latency', 'in-flight', 'by-route'];

local query(refId, expr, legend) = {
  kind: 'PanelQuery',
  spec: {
    refId: refId,
    hidden: false,
    query: {
      kind: 'DataQuery',
      group: 'prometheus',
      version: 'v0',
      datasource: { name: '${datasource}' },
      spec: { expr: expr, editorMode: 'code', range: true, instant: false, legendFormat: legend },
    },
  },
};

local panel(key, title, description, queries, viz) = {
  kind: 'Panel',
  spec: {
    id: ids[key],
    title: title,
    description: description,
    links: [],
    data: { kind: 'QueryGroup', spec: { queries: queries, transformations: [], queryOptions: {} } },
    vizConfig: viz,
  },
};

local statusColours = [
  {
    matcher: { id: 'byRegexp', options: '/\\b' + class[0] + '(\\d\\d|xx)\\b/' },
    properties: [{ id: 'color', value: { mode: 'shades', fixedColor: class[1] } }],
  }
  for class in [['1', 'text'], ['2', 'green'], ['3', 'blue'], ['4', 'orange'], ['5', 'red']]
];

local template = std.parseJson(std.extVar('defaults'));
local timeseries(defaults, overrides, legend) = template.timeseries {
  spec+: {
    options+: { legend: legend },
    fieldConfig+: { defaults+: defaults, overrides: overrides },
  },
};

local rate(metric, window) = 'rate(' + metric + '[' + window + '])';
local auto = '$__rate_interval';

local item(key, x, y, width, height) = {
  kind: 'GridLayoutItem',
  spec: { x: x, y: y, width: width, height: height, element: { kind: 'ElementReference', name: key } },
};

local row(title, items) = {
  kind: 'RowsLayoutRow',
  spec: { title: title, collapse: false, layout: { kind: 'GridLayout', spec: { items: items } } },
};

local keysOf(r) = [r + '-calls', r + '-errors', r + '-p99'];
local callKeys = std.flatMap(keysOf, resources);

local dashboard(id, team) = {
  apiVersion: 'dashboard.grafana.app/v2',
  kind: 'Dashboard',
  metadata: {
    name: id + '-service-' + id,
    labels: { 'binnacle.dev/service': id, 'binnacle.dev/team': team },
    annotations: { 'grafana.app/folder': team, 'binnacle.dev/folder-title': team },
  },
  spec: template.dashboard {
    title: 'Service ' + id,
    description: 'Does ' + id + ' answer, and how fast?',
    tags: [id, team],
    links: [
      template.link { title: 'Runbook', icon: 'bolt', url: 'https://runbooks.example.com/' + id },
      template.link { title: 'Repository', icon: 'external link', url: 'https://git.example.com/' + id },
    ],
    elements: {
      requests: panel('requests', 'Requests', 'By status class.', [
        query('A', 'sum by (code) (' + rate(id + '_http_requests_total', auto) + ')', '{{code}}'),
      ], timeseries({ unit: 'reqps', min: 0 }, statusColours, template.tableLegend)),
      errors: panel('errors', 'Errors', 'Share of failed requests.', [
        query(
          'A',
          'sum(' + rate(id + '_http_requests_total{code="5xx"}', auto) + ') / sum(' + rate(id + '_http_requests_total', auto) + ')',
          '__auto'
        ),
      ], timeseries(template.share, [], template.hiddenLegend)),
      latency: panel('latency', 'Latency', 'p50 and p99.', [
        query(q[0], 'histogram_quantile(' + q[1] + ', sum by (le) (' + rate(id + '_http_request_duration_seconds_bucket', auto) + '))', q[2])
        for q in [['A', '0.99', 'p99'], ['B', '0.5', 'p50']]
      ], timeseries(template.seconds, [], template.tableLegend)),
      'in-flight': panel('in-flight', 'In flight', 'Requests being answered.', [
        query('A', 'sum(' + id + '_http_in_flight_requests)', 'In flight'),
      ], template.stat),
      'by-route': panel('by-route', 'By route', 'Busiest routes.', [
        query('A', 'sum by (route) (' + rate(id + '_http_requests_total', auto) + ')', '{{route}}'),
      ], timeseries({ unit: 'reqps', min: 0 }, [], template.tableLegend)),
    } + {
      [r + '-calls']: panel(r + '-calls', r + ' calls', 'Calls to ' + r + '.', [
        query('A', 'sum by (outcome) (' + rate(id + '_' + r + '_calls_total', auto) + ')', '{{outcome}}'),
      ], timeseries(template.calls, template.outcomeColours, template.tableLegend))
      for r in resources
    } + {
      [r + '-errors']: panel(r + '-errors', r + ' errors', 'Failed calls.', [
        query(
          'A',
          'sum(' + rate(id + '_' + r + '_calls_total{outcome="error"}', auto) + ') / sum(' + rate(id + '_' + r + '_calls_total', auto) + ')',
          '__auto'
        ),
      ], timeseries(template.share, [], template.hiddenLegend))
      for r in resources
    } + {
      [r + '-p99']: panel(r + '-p99', r + ' p99', 'Slowest percent.', [
        query('A', 'histogram_quantile(0.99, sum by (le) (' + rate(id + '_' + r + '_call_duration_seconds_bucket', auto) + '))', '__auto'),
      ], timeseries(template.seconds, [], template.hiddenLegend))
      for r in resources
    },
    layout: {
      kind: 'RowsLayout',
      spec: {
        rows: [
          row(r.title, [item(key, place.x, place.y, place.width, place.height) for key in r.keys for place in [template.places[key]]])
          for r in [{ title: 'Requests', keys: requestKeys }, { title: 'Calls', keys: callKeys }]
        ],
      },
    },
  },
};

local alert(id, team, name, expr, wait, severity, summary, description) = {
  alert: id + '_' + name,
  expr: expr,
  'for': wait,
  labels: { service: id, team: team, tier: '2', severity: severity },
  annotations: { runbook_url: 'https://runbooks.example.com/' + id, summary: summary, description: description },
};

local rules(id, team) = {
  groups: [
    {
      name: id + '.records',
      interval: '1m',
      rules: [
        { record: 'code:' + id + '_http_requests:rate5m', expr: 'sum by (code) (' + rate(id + '_http_requests_total', '5m') + ')' },
        { record: 'route:' + id + '_http_requests:rate5m', expr: 'sum by (route) (' + rate(id + '_http_requests_total', '5m') + ')' },
        {
          record: 'le:' + id + '_http_request_duration_seconds_bucket:rate5m',
          expr: 'sum by (le) (' + rate(id + '_http_request_duration_seconds_bucket', '5m') + ')',
        },
        { record: ':' + id + '_http_in_flight_requests:sum', expr: 'sum(' + id + '_http_in_flight_requests)' },
      ],
    },
    {
      name: id + '.alerts',
      rules: [
        alert(
          id,
          team,
          'ErrorsHigh',
          'sum(' + rate(id + '_http_requests_total{code="5xx"}', '5m') + ') / sum(' + rate(id + '_http_requests_total', '5m') + ') > 0.05',
          '5m',
          'page',
          '{{ $value | humanizePercentage }} of requests fail',
          'Users see errors.'
        ),
        alert(
          id,
          team,
          'Slow',
          'histogram_quantile(0.99, sum by (le) (' + rate(id + '_http_request_duration_seconds_bucket', '5m') + ')) > 1',
          '10m',
          'ticket',
          'p99 is {{ $value | humanizeDuration }}',
          'Users wait.'
        ),
        alert(
          id,
          team,
          'Saturated',
          'sum by (instance) (' + id + '_http_in_flight_requests) > 100',
          '10m',
          'ticket',
          '{{ $labels.instance }} is saturated',
          'Too many requests at once.'
        ),
      ] + [
        alert(
          id,
          team,
          r + 'Failing',
          'sum(' + rate(id + '_' + r + '_calls_total{outcome="error"}', '5m') + ') / sum(' + rate(id + '_' + r + '_calls_total', '5m') + ') > 0.1',
          '5m',
          'ticket',
          'Calls to ' + r + ' fail',
          'A dependency fails.'
        )
        for r in ['cart', 'orders', 'stock']
      ],
    },
  ],
};

local services = ['svc%d' % index for index in std.range(0, std.parseInt(std.extVar('count')) - 1)];
local team(id) = 'team-%d' % (std.length(id) % 7);

{ [id + '.dashboard.json']: dashboard(id, team(id)) for id in services }
+ { [id + '.rules.json']: rules(id, team(id)) for id in services }
