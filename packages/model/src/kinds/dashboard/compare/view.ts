/** Values of an options tree by their path: `options.legend.placement` → `bottom`. What says nothing is left out. */
export type Leaves = ReadonlyMap<string, string | number | boolean>;

/** A row or tab; absent around what lies in none. */
export interface SectionView {
  readonly kind: 'row' | 'tab';
  readonly title: string;
  readonly path: string;
  readonly parent?: SectionView;
  readonly settings: Leaves;
}

export interface QueryView {
  readonly refId: string;
  readonly path: string;
  readonly datasource: string;
  /** What is asked, where the datasource has a language; empty otherwise. */
  readonly text: string;
  readonly legend: string;
  readonly options: Leaves;
}

/** A step of a colour scale; the first has no value. */
export interface StepView {
  readonly value?: number;
  readonly colour: string;
}

export interface PanelView {
  /** What the dashboard itself tells it by: the element's name, or the classic id. */
  readonly key: string;
  readonly title: string;
  readonly path: string;
  /** Plugin of the visualisation; `library panel` for one that lives elsewhere. */
  readonly plugin: string;
  readonly queries: readonly QueryView[];
  readonly unit: string;
  readonly thresholds: { readonly isPercentage: boolean; readonly steps: readonly StepView[] };
  readonly options: Leaves;
  readonly place: PlaceView;
}

/** Where a panel is; without a box where the layout finds one itself, or where it is placed nowhere. */
export interface PlaceView {
  readonly section?: SectionView;
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** A variable, annotation or link. */
export interface PartView {
  readonly name: string;
  readonly path: string;
  readonly options: Leaves;
  /** What it asks, and where; empty otherwise. */
  readonly query: string;
}

/** A dashboard as it is compared, whichever shape it has. Panels and sections are in the order they are read on the screen. */
export interface DashboardView {
  readonly settings: Leaves;
  readonly tags: readonly string[];
  readonly sections: readonly SectionView[];
  readonly panels: readonly PanelView[];
  readonly variables: readonly PartView[];
  readonly annotations: readonly PartView[];
  readonly links: readonly PartView[];
}
