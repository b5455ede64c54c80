import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  type FieldConfigPropertyItem,
  type GrafanaConfig,
  identityOverrideProcessor,
  locationUtil,
  numberOverrideProcessor,
  setTimeZoneResolver,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

type Process = FieldConfigPropertyItem['process'];

const PROPERTIES: readonly { readonly id: string; readonly process: Process; readonly settings?: unknown }[] = [
  { id: 'displayName', process: displayNameOverrideProcessor, settings: { expandTemplateVars: true } },
  { id: 'unit', process: unitOverrideProcessor },
  { id: 'min', process: numberOverrideProcessor },
  { id: 'max', process: numberOverrideProcessor },
  { id: 'fieldMinMax', process: booleanOverrideProcessor },
  { id: 'decimals', process: numberOverrideProcessor },
  { id: 'noValue', process: stringOverrideProcessor },
  { id: 'color', process: identityOverrideProcessor },
  { id: 'links', process: dataLinksOverrideProcessor },
  { id: 'mappings', process: valueMappingsOverrideProcessor },
  { id: 'thresholds', process: thresholdsOverrideProcessor },
  { id: 'filterable', process: booleanOverrideProcessor },
];

/** What of a field's configuration panels understand; without it units, thresholds and overrides are left out in silence. */
function properties(): FieldConfigPropertyItem[] {
  return PROPERTIES.map(({ id, process, settings }) => ({
    id,
    path: id,
    name: id,
    process,
    settings,
    shouldApply: () => true,
    editor: () => null,
    override: () => null,
  }));
}

/** Fills the registries that Grafana's own program fills and its packages leave empty. */
export function fillRegistries(): void {
  standardFieldConfigEditorRegistry.setInit(properties);
  standardTransformersRegistry.setInit(() => {
    const byId = new Map(Object.values(standardTransformers).map((one) => [one.id, one]));
    return [...byId.values()].map((one) => ({
      id: one.id,
      name: one.name,
      transformation: () => Promise.resolve(one),
      editor: () => null,
      imageDark: '',
      imageLight: '',
    }));
  });
  setTimeZoneResolver(() => 'browser');
  const page: Partial<GrafanaConfig> = { appSubUrl: '' };
  locationUtil.initialize({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else of it is read
    config: page as GrafanaConfig,
    getVariablesUrlParams: () => ({}),
    getTimeRangeForUrl: () => ({ from: 'now-1h', to: 'now' }),
  });
}
