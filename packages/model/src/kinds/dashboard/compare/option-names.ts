/** Options whose own names say too little. */
const NAMES: Readonly<Record<string, string>> = {
  autoRefresh: 'refresh',
  cursorSync: 'shared tooltip',
  'current.value': 'selected',
  evaluated: 'evaluated as',
  'field.color.fixedColor': 'colour',
  'field.color.mode': 'colours',
  'field.noValue': 'text without data',
  'field.displayName': 'display name',
  includeAll: 'offers all',
  multi: 'several at once',
  'query.interval': 'least interval',
  'query.maxDataPoints': 'most data points',
  'query.timeFrom': 'time range',
  'query.timeShift': 'time shift',
  range: 'time range',
  'repeat.value': 'repeat',
  'repeat.maxPerRow': 'most repeats in a row',
  'time.autoRefreshIntervals': 'refresh intervals',
  'time.timezone': 'time zone',
  hideTimepicker: 'time picker hidden',
};

/** Branches of the tree of options that are no words of their own. */
const PREFIX = /^(?:options|field\.custom|field|time|grid|query)\./;
const OVERRIDE = /^overrides\.([^.]*)\.(?:custom\.)?(.*)$/;

function words(path: string): string {
  return path
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('.', ' ')
    .toLowerCase()
    .replaceAll(/\bcolor\b/g, 'colour');
}

/** What a reader calls an option: `options.legend.placement` is the `legend placement`. */
export function optionName(path: string): string {
  const named = NAMES[path];
  if (named !== undefined) return named;
  const [, field, property] = OVERRIDE.exec(path) ?? [];
  if (field !== undefined && property !== undefined)
    return `override ${field.replaceAll('․', '.')}: ${words(property)}`;
  return words(path.replace(PREFIX, ''));
}
