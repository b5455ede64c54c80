import type { PanelProps } from '@grafana/data';
import { PercentChangeColorMode, type VizTextDisplayOptions } from '@grafana/schema';
import {
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  useTheme2,
} from '@grafana/ui';
import { VALUE_OPTIONS, type ValueOptions, Values } from '../../drawing/values.tsx';
import { definePanel } from '../frame/define.tsx';

interface StatOptions extends ValueOptions {
  readonly graphMode: BigValueGraphMode;
  readonly colorMode: BigValueColorMode;
  readonly justifyMode: BigValueJustifyMode;
  readonly textMode: BigValueTextMode;
  readonly wideLayout: boolean;
  readonly showPercentChange: boolean;
  readonly percentChangeColorMode: PercentChangeColorMode;
  readonly text?: VizTextDisplayOptions;
}

function Draw(panel: PanelProps<StatOptions>) {
  const theme = useTheme2();
  const { options } = panel;
  return (
    <Values
      panel={panel}
      sparkline={options.graphMode !== BigValueGraphMode.None || options.showPercentChange}
      autoGrid
      draw={({ value, alignmentFactors, width, height, count }, onClick) => {
        const { percentChange, ...rest } = value.display;
        const display = options.showPercentChange && percentChange !== undefined ? { ...rest, percentChange } : rest;
        return (
          <BigValue
            value={display}
            count={count}
            {...(value.sparkline === undefined ? {} : { sparkline: value.sparkline })}
            colorMode={options.colorMode}
            graphMode={options.graphMode}
            justifyMode={options.justifyMode}
            textMode={options.textMode}
            alignmentFactors={alignmentFactors}
            percentChangeColorMode={options.percentChangeColorMode}
            disableWideLayout={!options.wideLayout}
            {...(options.text === undefined ? {} : { text: options.text })}
            {...(onClick === undefined ? {} : { onClick })}
            width={width}
            height={height}
            theme={theme}
          />
        );
      }}
    />
  );
}

/** Big values with a sparkline behind them. */
export const stat = definePanel<StatOptions>({
  Draw,
  options: {
    ...VALUE_OPTIONS,
    graphMode: BigValueGraphMode.Area,
    colorMode: BigValueColorMode.Value,
    justifyMode: BigValueJustifyMode.Auto,
    textMode: BigValueTextMode.Auto,
    wideLayout: true,
    showPercentChange: false,
    percentChangeColorMode: PercentChangeColorMode.Standard,
  },
});
