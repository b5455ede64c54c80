const GO = 'and or not len index slice print printf println html js urlquery call eq ne lt le gt ge';
const QUERIES = 'query first label value strvalue sortByLabel';
const NUMBERS =
  'humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp toTime toDuration parseDuration now';
const TEXTS = 'title toUpper toLower match reReplaceAll stripPort stripDomain args safeHtml urlQueryEscape';
const LINKS = 'graphLink tableLink pathPrefix externalURL';

/** What a template of an alert may call: Go's own functions and those of Prometheus. (`tmpl` exists in consoles only.) */
export const FUNCTIONS: ReadonlySet<string> = new Set(`${GO} ${QUERIES} ${NUMBERS} ${TEXTS} ${LINKS}`.split(' '));

/** Variables Prometheus defines before the template begins. */
export const VARIABLES = ['$', '$labels', '$externalLabels', '$externalURL', '$value'] as const;

/** What the template is executed on. */
export const FIELDS: ReadonlySet<string> = new Set(['Labels', 'ExternalLabels', 'ExternalURL', 'Value']);
