import { pointer, type Finding } from '@binnacle/model';

/** Where in the resource something is said: keys from its root. */
export type Path = readonly (string | number)[];

/** Something a v2 dashboard says and the classic shape cannot. */
export interface Loss {
  /** `info`: looks or behaves a little different. `warning`: something the author asked for is gone. */
  readonly severity: 'info' | 'warning' | 'error';
  readonly path: Path;
  readonly message: string;
  readonly subject?: string | undefined;
  readonly fix?: string;
}

/** Takes note of a loss. */
export type Report = (loss: Loss) => void;

/** A loss as a finding about the dashboard. */
export function lossFinding({ path, subject, ...loss }: Loss): Finding {
  return {
    rule: 'target/grafana-classic',
    path: pointer(...path),
    ...loss,
    ...(subject !== undefined && { subject }),
  };
}
