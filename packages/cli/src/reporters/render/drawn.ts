import type { PanelCounts, Theme } from '@binnacle/preview';
import type { Presentation } from '../../report.ts';

/** A picture that was written. */
export interface DrawnPicture {
  readonly file: string;
  readonly uid: string;
  readonly theme: Theme;
  readonly bytes: number;
  readonly panels: PanelCounts;
}

/** Turns pictures into the text written to standard output. */
export type DrawnReporter = (pictures: readonly DrawnPicture[], paint: Presentation['paint']) => string;
