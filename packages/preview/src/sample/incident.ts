/** What can be made to go wrong with a service. */
export const INCIDENT_KINDS = ['down', 'errors', 'latency', 'saturation', 'traffic'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** An incident that is switched on: it goes on until it is switched off. */
export interface ActiveIncident {
  readonly service: string;
  readonly kind: IncidentKind;
  /** Unix milliseconds. */
  readonly since: number;
}

/** In words, for the page. */
export const INCIDENT_TITLES: Readonly<Record<IncidentKind, string>> = {
  down: 'an instance is down',
  errors: 'errors',
  latency: 'slow answers',
  saturation: 'no room left',
  traffic: 'four times the traffic',
};

/** What the incidents multiply from their beginning on. */
export interface Factors {
  readonly traffic: number;
  /** Events that are as fast as ever. */
  readonly fast: number;
  readonly slow: number;
  readonly errors: number;
  readonly idle: number;
  readonly busy: number;
  /** Failures of what never fails otherwise: 1 while there are any. */
  readonly faults: number;
}

/** What an incident of each kind multiplies; what is not named stays. */
export const FACTORS: Readonly<Record<IncidentKind, Partial<Factors>>> = {
  down: {},
  errors: { errors: 40, slow: 2, faults: 1 },
  latency: { fast: 0.35, slow: 18, errors: 4 },
  saturation: { idle: 0.06, busy: 3.6, slow: 6, errors: 3 },
  traffic: { traffic: 4, fast: 4, slow: 6, errors: 5, idle: 0.6, busy: 2.4 },
};

/** `checkout.errors`: how an incident is called in the API. */
export function incidentName(service: string, kind: IncidentKind): string {
  return `${service}.${kind}`;
}

/** Service and kind of an incident's name; undefined for any other text. */
export function parseIncidentName(name: string): { readonly service: string; readonly kind: IncidentKind } | undefined {
  const at = name.lastIndexOf('.');
  const kind = INCIDENT_KINDS.find((one) => one === name.slice(at + 1));
  return at <= 0 || kind === undefined ? undefined : { service: name.slice(0, at), kind };
}
