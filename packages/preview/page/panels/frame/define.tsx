import {
  FieldColorModeId,
  identityOverrideProcessor,
  PanelPlugin,
  type PanelProps,
  type ThresholdsConfig,
  ThresholdsMode,
} from '@grafana/data';
import type { ComponentType } from 'react';
import { CUSTOM_PROPERTIES } from './custom-properties.ts';
import { PanelFrame } from './panel-frame.tsx';

/** How a panel is drawn, and what it assumes of a definition that does not say. */
export interface PanelDefinition<Options extends object> {
  readonly Draw: ComponentType<PanelProps<Options>>;
  readonly options?: Partial<Options>;
  /** Defaults of `fieldConfig.defaults.custom`. */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly colorMode?: FieldColorModeId;
  /** False for a panel that shows something without data. */
  readonly needsData?: boolean;
  /** True for a panel that asks for something by itself, and says with `usePainted` when that is drawn, anew for other data. */
  readonly tellsWhenDrawn?: boolean;
}

/** What Grafana gives a field whose definition has no thresholds. */
const THRESHOLDS: ThresholdsConfig = {
  mode: ThresholdsMode.Absolute,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

/** A panel as scenes draw it: within a frame that shows loading, emptiness and errors on its behalf. */
export function definePanel<Options extends object>(definition: PanelDefinition<Options>): PanelPlugin {
  const { Draw, options, custom = {}, colorMode = FieldColorModeId.Thresholds, needsData = true } = definition;
  const { tellsWhenDrawn = false } = definition;
  function Framed(props: PanelProps<Options>) {
    return (
      <PanelFrame props={props} needsData={needsData} tellsWhenDrawn={tellsWhenDrawn}>
        <Draw {...props} />
      </PanelFrame>
    );
  }
  const plugin = new PanelPlugin<Options>(Framed);
  plugin.setPanelOptions((builder) => {
    for (const [name, defaultValue] of Object.entries(options ?? {})) {
      builder.addCustomEditor({
        id: name,
        path: name,
        name,
        defaultValue,
        editor: () => null,
      });
    }
  });
  plugin.setDataSupport({ annotations: true, alertStates: true });
  return plugin.useFieldConfig({
    standardOptions: { color: { defaultValue: { mode: colorMode } }, thresholds: { defaultValue: THRESHOLDS } },
    useCustomConfig: (builder) => {
      for (const name of CUSTOM_PROPERTIES) {
        builder.addCustomEditor({
          id: name,
          path: name,
          name,
          ...(custom[name] === undefined ? {} : { defaultValue: custom[name] }),
          editor: () => null,
          override: () => null,
          process: identityOverrideProcessor,
          shouldApply: () => true,
        });
      }
    },
  });
}
