import { css } from '@emotion/css';
import { type DataFrame, dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Tooltip, type UPlotConfigBuilder, useStyles2, useTheme2 } from '@grafana/ui';
import { useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type uPlot from 'uplot';
import { textOf } from './field-values.ts';

/** An event as it is drawn: a line, or a band from one time to another. */
interface Mark {
  readonly time: number;
  readonly end: number | undefined;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly color: string;
}

function valuesOf(frame: DataFrame, name: string): readonly unknown[] {
  return frame.fields.find((field) => field.name === name)?.values ?? [];
}

/** The events in the frames that annotations leave on a panel's data. */
function marksOf(frames: readonly DataFrame[]): readonly Mark[] {
  return frames.flatMap((frame) => {
    const [times, ends, titles] = [valuesOf(frame, 'time'), valuesOf(frame, 'timeEnd'), valuesOf(frame, 'title')];
    const [texts, tags, colors] = [valuesOf(frame, 'text'), valuesOf(frame, 'tags'), valuesOf(frame, 'color')];
    return times.flatMap((time, i) => {
      if (typeof time !== 'number') return [];
      const [end, list, color] = [ends[i], tags[i], colors[i]];
      return [
        {
          time,
          end: typeof end === 'number' && end > time ? end : undefined,
          title: textOf(titles[i]),
          text: textOf(texts[i]),
          tags: Array.isArray(list) ? list.map(String) : [],
          color: typeof color === 'string' ? color : 'red',
        },
      ];
    });
  });
}

function drawLines(plot: uPlot, marks: readonly Mark[], theme: GrafanaTheme2): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const { time, end, color } of marks) {
    const x = plot.valToPos(time, 'x', true);
    const shade = theme.visualization.getColorByName(color);
    ctx.strokeStyle = shade;
    ctx.lineWidth = 2;
    ctx.setLineDash([5, 5]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    if (end !== undefined) {
      ctx.globalAlpha = 0.12;
      ctx.fillStyle = shade;
      ctx.fillRect(x, bbox.top, plot.valToPos(end, 'x', true) - x, bbox.height);
      ctx.globalAlpha = 1;
    }
  }
  ctx.restore();
}

interface AnnotationMarksProps {
  readonly config: UPlotConfigBuilder;
  readonly frames: readonly DataFrame[];
  readonly timeZone: TimeZone;
}

/** Events on a time series: dashed lines, and a mark below each that says what happened. */
export function AnnotationMarks({ config, frames, timeZone }: AnnotationMarksProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [plot, setPlot] = useState<{ readonly plot: uPlot }>();
  useLayoutEffect(() => {
    const marks = marksOf(frames);
    config.addHook('ready', (ready: uPlot) => setPlot({ plot: ready }));
    config.addHook('draw', (drawn: uPlot) => {
      drawLines(drawn, marks, theme);
      queueMicrotask(() => setPlot({ plot: drawn }));
    });
  }, [config, frames, theme]);
  if (plot === undefined) return null;
  const { over } = plot.plot;
  const width = over.clientWidth;
  return createPortal(
    marksOf(frames).map(({ time, end, title, text, tags, color }) => {
      const left = plot.plot.valToPos(time, 'x');
      if (left < 0 || left > width) return null;
      const when = dateTimeFormat(time, { timeZone });
      const until = end === undefined ? '' : ` to ${dateTimeFormat(end, { timeZone })}`;
      return (
        <Tooltip
          key={`${time} ${title}`}
          content={
            <>
              <strong>{title}</strong>
              <div>{`${when}${until}`}</div>
              {text === '' ? null : <div>{text}</div>}
              {tags.length === 0 ? null : <div>{tags.join(', ')}</div>}
            </>
          }
        >
          <button
            type="button"
            className={styles.mark}
            aria-label={`${title}, ${when}`}
            style={{ left, borderBottomColor: theme.visualization.getColorByName(color) }}
          />
        </Tooltip>
      );
    }),
    over,
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    mark: css({
      position: 'absolute',
      bottom: -6,
      width: 0,
      height: 0,
      padding: 0,
      marginLeft: -5,
      background: 'none',
      border: '5px solid transparent',
      borderTopWidth: 0,
      borderBottomWidth: 7,
      zIndex: 1,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
    }),
  };
}
