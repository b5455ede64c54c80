import type { Difference } from '@binnacle/model';
import type { OpenedDashboard } from './project.ts';

/** What the shown definitions are compared with: a revision of the project, or what the environment's systems hold. */
export type CompareWith = 'base' | 'live';

/** Something there is to compare with. `started`: it was asked for, so that pages show what it finds. */
export interface CompareOffer {
  readonly with: CompareWith;
  readonly started: boolean;
}

/** `GET /api/compare?with=base`: answers when it is known, which may take as long as reading another revision does. */
export type ComparedAnswer =
  | { readonly state: 'done'; readonly comparison: ComparisonOnPage }
  | { readonly state: 'failed'; readonly message: string; readonly fix?: string };

/** What differs between the shown definitions and another version of them. */
export interface ComparisonOnPage {
  readonly with: CompareWith;
  /** What is compared with: `main (1a2b3c4d5e6f)`, `Grafana 13.0.1 at https://grafana.example.com`. */
  readonly name: string;
  /** One line: `2 dashboards and 1 alert changed; 1 alert now pages`. */
  readonly summary: string;
  /** What could not be compared, and why; one line each. */
  readonly notes: readonly string[];
  /** What reaches the pager first, else by service and id. */
  readonly changes: readonly ChangeOnPage[];
}

/** One resource that differs. */
export interface ChangeOnPage {
  /** `Kind/name`; of live systems the system as well, as several may hold it. */
  readonly id: string;
  readonly kind: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly title?: string;
  readonly service?: string;
  readonly team?: string;
  /** Where it is, of live systems. */
  readonly system?: string;
  /** `edited live`, `only written or laid out otherwise`. */
  readonly note?: string;
  /** In words; of rules every alert and record. */
  readonly differences: readonly Difference[];
  /** What it reaches beyond itself, one line each. */
  readonly reaches: readonly string[];
  /** Of rules: each with its expressions. */
  readonly rules: readonly RuleChange[];
  /** Of dashboards: its address on this page, and how many of its panels differ. */
  readonly dashboard?: { readonly uid: string } & PanelCounts;
}

/** Panels by what happened to them. */
export interface PanelCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** A query before and after; one alone of what is new or gone. */
export interface QueryChange {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
}

/** A difference in words, and what follows from it. */
export type SaidDifference = Pick<Difference, 'text' | 'consequence' | 'details' | 'reach'>;

/** An alert or record that differs. */
export interface RuleChange {
  readonly kind: 'alert' | 'record';
  /** `alert CheckoutErrors`. */
  readonly subject: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly said: readonly SaidDifference[];
  /** Its expression, where that differs. */
  readonly query?: QueryChange;
}

/** A panel that differs, with the name of its element on either side. */
export interface PanelChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly title: string;
  readonly before?: string;
  readonly after?: string;
  readonly said: readonly SaidDifference[];
  readonly queries: readonly QueryChange[];
}

/** `GET /api/compare/dashboards/<uid>?with=base`: both versions of a dashboard, always in the v2 shape. */
export interface ComparedDashboard {
  readonly uid: string;
  readonly with: CompareWith;
  readonly name: string;
  /** Absent for what is new. */
  readonly before?: OpenedDashboard;
  /** Absent for what is gone. */
  readonly after?: OpenedDashboard;
  /** Absent when both are the same. */
  readonly change?: ChangeOnPage;
  readonly panels: readonly PanelChange[];
  /** Names of elements that are the same panel on both sides. */
  readonly pairs: readonly (readonly [before: string, after: string])[];
}
