/** How a panel ended up. */
export type Outcome = 'drawn' | 'empty' | 'failed' | 'refused';

/** What `window.__binnacle` tells whoever waits for the page. */
export interface PaintCount {
  /** Panels that are to be seen. */
  readonly total: number;
  /** Of these, how many have their final look: all other numbers together. */
  readonly painted: number;
  readonly drawn: number;
  readonly empty: number;
  readonly failed: number;
  readonly refused: number;
  /** True once there is a page, and all panels on it have their final look. */
  readonly settled: boolean;
}

declare global {
  interface Window {
    __binnacle?: PaintCount;
  }
}

const outcomes = new Map<string, Outcome | undefined>();
let ready = false;

function count(outcome: Outcome): number {
  return [...outcomes.values()].filter((one) => one === outcome).length;
}

function publish(): void {
  const [drawn, empty, failed, refused] = [count('drawn'), count('empty'), count('failed'), count('refused')];
  const [total, settled] = [outcomes.size, drawn + empty + failed + refused];
  // oxlint-disable-next-line no-underscore-dangle -- not to be taken for anything of the page
  window.__binnacle = { total, painted: settled, drawn, empty, failed, refused, settled: ready && settled === total };
}

/** A panel is going to be drawn. */
export function expectPanel(key: string): void {
  if (!outcomes.has(key)) outcomes.set(key, undefined);
  publish();
}

/** A panel is no longer on the page. */
export function forgetPanel(key: string): void {
  outcomes.delete(key);
  publish();
}

/** How many panels are to be seen so far. */
export function expectedPanels(): number {
  return outcomes.size;
}

/** A panel has its final look, or with `undefined` is about to change again. */
export function painted(key: string, outcome: Outcome | undefined): void {
  if (!outcomes.has(key)) return;
  outcomes.set(key, outcome);
  publish();
}

/** Whether the page knows what it shows: a dashboard's panels are known once it is open. */
export function pageReady(known: boolean): void {
  ready = known;
  publish();
}
