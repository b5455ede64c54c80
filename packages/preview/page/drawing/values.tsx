import {
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  type PanelProps,
  type ReduceDataOptions,
  VizOrientation,
} from '@grafana/data';
import { DataLinksContextMenu, useTheme2, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';
import type { JSX, MouseEventHandler } from 'react';

/** Options of the panels that show a value for each series. */
export interface ValueOptions {
  readonly reduceOptions: ReduceDataOptions;
  readonly orientation: VizOrientation;
}

/** What panels of single values do where a definition says nothing. */
export const VALUE_OPTIONS: ValueOptions = {
  reduceOptions: { values: false, calcs: ['lastNotNull'], fields: '' },
  orientation: VizOrientation.Auto,
};

/** One value with the room there is for it. */
export type ValueRoom = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

interface ValuesProps<Options extends ValueOptions> {
  readonly panel: PanelProps<Options>;
  readonly sparkline: boolean;
  readonly autoGrid?: boolean;
  readonly minVizWidth?: number;
  readonly minVizHeight?: number;
  readonly draw: (room: ValueRoom, onClick: MouseEventHandler<HTMLElement> | undefined) => JSX.Element;
}

/** Shares the room of a panel between the values of its series. */
export function Values<Options extends ValueOptions>(props: ValuesProps<Options>) {
  const { panel, sparkline, draw, autoGrid, minVizWidth, minVizHeight } = props;
  const { width, height, data, options, fieldConfig, replaceVariables, timeZone, renderCounter } = panel;
  const theme = useTheme2();
  const getValues = (): FieldDisplay[] =>
    getFieldDisplayValues({
      fieldConfig,
      reduceOptions: { ...VALUE_OPTIONS.reduceOptions, ...options.reduceOptions },
      replaceVariables,
      theme,
      data: data.series,
      sparkline,
      percentChange: sparkline,
      timeZone,
    });
  return (
    <VizRepeater
      getValues={getValues}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={(room: ValueRoom) => {
        const { getLinks, hasLinks } = room.value;
        if (!hasLinks || getLinks === undefined) return draw(room, undefined);
        return <DataLinksContextMenu links={getLinks}>{({ openMenu }) => draw(room, openMenu)}</DataLinksContextMenu>;
      }}
      width={width}
      height={height}
      source={data}
      itemSpacing={3}
      renderCounter={renderCounter}
      orientation={options.orientation}
      {...(autoGrid === undefined ? {} : { autoGrid })}
      {...(minVizWidth === undefined ? {} : { minVizWidth })}
      {...(minVizHeight === undefined ? {} : { minVizHeight })}
    />
  );
}
