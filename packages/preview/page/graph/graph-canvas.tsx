import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react';
import type { Link } from '../drawing/layered/layers.ts';
import { pathOf, placed } from '../drawing/layered/place.ts';
import { useElementWidth } from '../shell/element-width.ts';
import { nextSpot } from './node-keys.ts';
import type { Part } from './part.ts';
import type { ServiceGraph } from './service-graph.ts';
import { NODE, ServiceNode } from './service-node.tsx';
import { standingOf } from './standing.ts';

const MEASURES = { ...NODE, columnGap: 88, rowGap: 14 } as const;
const MARGIN = 16;
/** Text of cards that are smaller still cannot be read. */
const SMALLEST_FIT = 0.7;
const STEP = 1.2;
/** How the buttons look that change the size. */
const ZOOM = { size: 'sm', fill: 'text', variant: 'secondary' } as const;
const ZOOMS = { least: 0.3, most: 1.5 } as const;

/** What a link is to the service that is selected, in the order of drawing. */
const LINKS = ['far', 'plain', 'needer', 'need'] as const;
type LinkKind = (typeof LINKS)[number];

interface GraphCanvasProps {
  readonly graph: ServiceGraph;
  readonly part: Part;
  readonly selected: string;
  readonly select: (id: string) => void;
  readonly nodes: RefObject<HTMLDivElement | null>;
}

/** The services in layers from left to right, what depends on nothing on the right; what has no links stands below. */
export function GraphCanvas({ graph, part, selected, select, nodes: list }: GraphCanvasProps) {
  const styles = useStyles2(getStyles);
  const [box, width] = useElementWidth<HTMLDivElement>();
  const [zoom, setZoom] = useState<number>();
  const [at, setAt] = useState(selected);
  const linked = useMemo(() => new Set(part.links.flatMap(({ source, target }) => [source, target])), [part]);
  const layout = useMemo(() => placed([...linked], part.links, MEASURES), [linked, part]);
  const alone = part.nodes.filter(({ id }) => !linked.has(id));
  const fit = layout.width === 0 ? 1 : Math.min(1, Math.max(SMALLEST_FIT, (width - 2 * MARGIN) / layout.width));
  const scale = zoom ?? fit;
  const standing = useMemo(() => standingOf(graph, selected), [graph, selected]);
  const kindOf = ({ source, target }: Link): LinkKind => {
    if (source === selected) return 'need';
    if (target === selected) return 'needer';
    return standing(source) === 'plain' ? 'plain' : 'far';
  };
  // What stands out is drawn over what does not.
  const drawn = layout.links
    .map(({ link, points }) => ({ ...link, points, kind: kindOf(link) }))
    .toSorted((a, b) => LINKS.indexOf(a.kind) - LINKS.indexOf(b.kind));
  const first = [...part.nodes].find(({ id }) => id === at)?.id ?? part.nodes[0]?.id;
  const titles = (ids: readonly string[] | undefined): readonly string[] =>
    (ids ?? []).map((id) => graph.nodes.get(id)?.title ?? id);

  const isMeasured = width > 0;
  useEffect(() => {
    setAt(selected);
    if (!isMeasured || box.current === null) return;
    const { current: frame } = box;
    const element = frame.querySelector(`[data-node="${CSS.escape(selected)}"]`);
    if (element === null) frame.scrollTo({ top: (frame.scrollHeight - frame.clientHeight) / 2 });
    else if (!isInside(element, frame)) frame.scrollTo(centred(element, frame));
  }, [selected, isMeasured, box]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.key.startsWith('Arrow') || list.current === null) return;
    const elements = [...list.current.querySelectorAll<HTMLElement>('[data-node]')];
    const spots = elements.map((element) => {
      const { left, top, width: w, height: h } = element.getBoundingClientRect();
      return { id: element.dataset['node'] ?? '', x: left + w / 2, y: top + h / 2 };
    });
    const from = spots[elements.findIndex((element) => element === document.activeElement)];
    if (from === undefined) return;
    event.preventDefault();
    const beside = event.key === 'ArrowRight' ? graph.needs : graph.neededBy;
    const next = nextSpot(spots, from, { key: event.key, linked: new Set(beside.get(from.id)) });
    const element = elements.find((one) => one.dataset['node'] === next?.id);
    if (next === undefined || element === undefined) return;
    setAt(next.id);
    element.focus();
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const card = (id: string, place?: readonly [number, number]) => {
    const node = graph.nodes.get(id);
    if (node === undefined) return null;
    return (
      <ServiceNode
        key={id}
        node={node}
        standing={standing(id)}
        isBeside={!part.asked.has(id)}
        needs={titles(graph.needs.get(id))}
        neededBy={titles(graph.neededBy.get(id))}
        tabIndex={id === first ? 0 : -1}
        select={() => select(id)}
        {...(place !== undefined && { style: { position: 'absolute', left: place[0], top: place[1] } })}
      />
    );
  };

  const turn = (by: number): void => setZoom(Math.min(ZOOMS.most, Math.max(ZOOMS.least, scale * by)));
  return (
    <div className={styles.frame}>
      <div ref={box} className={styles.box} data-testid="graph-canvas">
        {/* The keys act on the nodes, which can be focused themselves. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
        <div ref={list} role="group" aria-label="Services and what they depend on" onKeyDown={onKeyDown}>
          <div
            style={{
              width: layout.width * scale,
              height: layout.height * scale,
              margin: layout.width === 0 ? 0 : MARGIN,
            }}
          >
            <div
              className={styles.drawing}
              style={{ width: layout.width, height: layout.height, scale: String(scale) }}
            >
              <svg className={styles.links} width={layout.width} height={layout.height} aria-hidden>
                <Arrow id="arrow-plain" className={styles.plainHead} />
                <Arrow id="arrow-far" className={styles.farHead} />
                <Arrow id="arrow-need" className={styles.needHead} />
                <Arrow id="arrow-needer" className={styles.neederHead} />
                {drawn.map(({ source, target, kind, points }) => (
                  <path
                    key={`${source} ${target}`}
                    className={cx(styles.link, styles[kind])}
                    d={pathOf(points)}
                    markerEnd={`url(#arrow-${kind})`}
                    data-link={`${source} ${target}`}
                  />
                ))}
              </svg>
              {[...layout.nodes].map(([id, place]) => card(id, place))}
            </div>
          </div>
          {alone.length === 0 ? null : (
            <div className={styles.alone}>
              <span className={styles.quiet}>Without dependencies here</span>
              <div className={styles.cards} style={{ zoom: scale }}>
                {alone.map(({ id }) => card(id))}
              </div>
            </div>
          )}
        </div>
      </div>
      <div className={styles.foot}>
        <span className={styles.quiet}>
          An arrow leads to what a service depends on. Arrow keys go from card to card.
        </span>
        <div className={styles.zoom}>
          <Button {...ZOOM} icon="search-minus" aria-label="Smaller" onClick={() => turn(1 / STEP)} />
          <Button {...ZOOM} icon="search-plus" aria-label="Larger" onClick={() => turn(STEP)} />
          <Button {...ZOOM} icon="arrows-h" aria-label="As wide as the page" onClick={() => setZoom(undefined)} />
        </div>
      </div>
    </div>
  );
}

/** True when a card is in sight. */
function isInside(element: Element, frame: Element): boolean {
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

/** Where to scroll so that a card stands in the middle. */
function centred(element: Element, frame: Element): { readonly left: number; readonly top: number } {
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
  return {
    left: frame.scrollLeft + inner.left - outer.left - (outer.width - inner.width) / 2,
    top: frame.scrollTop + inner.top - outer.top - (outer.height - inner.height) / 2,
  };
}

function Arrow({ id, className }: { readonly id: string; readonly className: string }) {
  return (
    <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
      <path d="M0 0L8 4L0 8z" className={className} />
    </marker>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const need = theme.colors.primary.text;
  const needer = theme.visualization.getColorByName('purple');
  return {
    frame: css({ display: 'grid', gap: theme.spacing(0.5), minWidth: 0 }),
    foot: css({ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: theme.spacing(1) }),
    zoom: css({ display: 'flex', flex: 'none', button: { minWidth: 24 } }),
    box: css({
      overflow: 'auto',
      maxHeight: 'max(360px, calc(100vh - 230px))',
      padding: theme.spacing(1),
      background: theme.colors.background.canvas,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    drawing: css({ position: 'relative', transformOrigin: '0 0' }),
    links: css({ position: 'absolute', left: 0, top: 0, overflow: 'visible', pointerEvents: 'none' }),
    link: css({ fill: 'none', strokeWidth: 1.5 }),
    plain: css({ stroke: theme.colors.text.disabled }),
    need: css({ stroke: need, strokeWidth: 2 }),
    needer: css({ stroke: needer, strokeWidth: 2 }),
    far: css({ stroke: theme.colors.border.weak }),
    plainHead: css({ fill: theme.colors.text.secondary }),
    farHead: css({ fill: theme.colors.border.medium }),
    needHead: css({ fill: need }),
    neederHead: css({ fill: needer }),
    alone: css({ display: 'grid', gap: theme.spacing(1), padding: theme.spacing(1) }),
    cards: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5) }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}
