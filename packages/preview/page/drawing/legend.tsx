import type { DisplayValue } from '@grafana/data';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';
import type { ReactNode } from 'react';

/** An entry of the legend of a panel that is drawn here. */
export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly values?: readonly DisplayValue[];
}

interface WithLegendProps {
  readonly width: number;
  readonly height: number;
  readonly legend: Partial<VizLegendOptions> | undefined;
  readonly entries: readonly LegendEntry[];
  readonly children: (width: number, height: number) => ReactNode;
}

/** A drawing with Grafana's legend below it or beside it. */
export function WithLegend({ width, height, legend = {}, entries, children }: WithLegendProps) {
  const { showLegend = true, placement = 'bottom', displayMode = LegendDisplayMode.List } = legend;
  if (!showLegend || displayMode === LegendDisplayMode.Hidden || entries.length === 0)
    return <>{children(width, height)}</>;
  const items = entries.map(({ label, color, values = [] }): VizLegendItem => ({
    label,
    color,
    yAxis: 1,
    getDisplayValues: () => [...values],
  }));
  return (
    <VizLayout
      width={width}
      height={height}
      legend={
        <VizLayout.Legend placement={placement} maxHeight="35%" maxWidth="60%">
          <VizLegend items={items} placement={placement} displayMode={displayMode} readonly />
        </VizLayout.Legend>
      }
    >
      {children}
    </VizLayout>
  );
}
