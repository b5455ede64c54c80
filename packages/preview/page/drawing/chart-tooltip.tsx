import {
  type DataFrame,
  type Field,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  type LinkModel,
} from '@grafana/data';
import { SortOrder } from '@grafana/schema';
import {
  VizTooltipContent,
  VizTooltipFooter,
  VizTooltipHeader,
  type VizTooltipItem,
  VizTooltipWrapper,
} from '@grafana/ui';

interface ChartTooltipProps {
  readonly frame: DataFrame;
  readonly frames: DataFrame[];
  /** For each field of the frame, the row under the cursor. */
  readonly rows: readonly (number | null)[];
  readonly series: number | null;
  readonly pinned: boolean;
  readonly links: LinkModel[];
  readonly all: boolean;
  readonly sort: SortOrder;
}

/** A value of a field as the panel writes it. */
function shownValue(field: Field, row: number): string {
  const value: unknown = field.values[row];
  return field.display === undefined ? String(value) : formattedValueToString(field.display(value));
}

function hiddenFrom({ config }: Field): { readonly tooltip?: boolean; readonly viz?: boolean } {
  const custom: unknown = config.custom;
  if (typeof custom !== 'object' || custom === null || !('hideFrom' in custom)) return {};
  const { hideFrom } = custom;
  return typeof hideFrom === 'object' && hideFrom !== null ? hideFrom : {};
}

function itemsOf({ frame, frames, rows, series, all, sort }: ChartTooltipProps): VizTooltipItem[] {
  const items = frame.fields.flatMap((field, i): VizTooltipItem[] => {
    const row = rows[i];
    const usable =
      i > 0 && (field.type === FieldType.number || field.type === FieldType.enum || field.type === FieldType.string);
    if (!usable || row === null || row === undefined || (!all && series !== null && i !== series)) return [];
    const value: unknown = field.values[row];
    const hidden = hiddenFrom(field);
    if (value === null || value === undefined || hidden.tooltip === true || hidden.viz === true) return [];
    const color = field.display?.(value).color;
    return [
      {
        label: field.state?.displayName ?? getFieldDisplayName(field, frame, frames),
        value: shownValue(field, row),
        isActive: i === series,
        ...(color === undefined ? {} : { color }),
        ...(typeof value === 'number' ? { numeric: value } : {}),
      },
    ];
  });
  if (sort === SortOrder.None) return items;
  const direction = sort === SortOrder.Ascending ? 1 : -1;
  return items.toSorted((a, b) => direction * ((a.numeric ?? 0) - (b.numeric ?? 0)));
}

/** What the series are where the cursor is. */
export function ChartTooltip(props: ChartTooltipProps) {
  const { frame, rows, pinned, links } = props;
  const row = rows.find((one) => one !== null && one !== undefined);
  const [x] = frame.fields;
  const at = x === undefined || row === undefined || row === null ? '' : shownValue(x, rows[0] ?? row);
  return (
    <VizTooltipWrapper>
      <VizTooltipHeader item={{ label: at, value: '' }} isPinned={pinned} />
      <VizTooltipContent items={itemsOf(props)} isPinned={pinned} scrollable maxHeight={320} />
      {pinned && links.length > 0 ? <VizTooltipFooter dataLinks={links} /> : null}
    </VizTooltipWrapper>
  );
}
