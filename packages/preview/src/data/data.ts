import type { ApiAnswer } from '../prometheus/answer.ts';
import type { ProjectState } from '../project/state.ts';
import type { RuleStates } from '../sample/rules.ts';
import type { DataSource } from '../wire/project.ts';

/** A request to Prometheus's HTTP API. `path` is what follows `/api/v1/`. */
export interface ApiRequest {
  /** Uid of the datasource, as the dashboard names it. */
  readonly datasource: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** A request to Loki's API, of which `path` is what follows `/loki/api/v1/`, or to Tempo's, of which it follows `/api/`. */
export interface OtherRequest {
  readonly system: 'loki' | 'tempo';
  readonly path: string;
  readonly parameters: URLSearchParams;
}

/** Where the samples on the page come from. */
export interface Data {
  /** What the page says of it. */
  readonly describe: () => DataSource;
  readonly answer: (request: ApiRequest) => Promise<ApiAnswer>;
  /** What is not Prometheus's: absent where there are metrics alone. */
  readonly answerOther?: (request: OtherRequest) => ApiAnswer;
  /** The definitions were loaded, or loaded again. */
  readonly use: (state: ProjectState) => void;
  /** How the project's alerts fare on the samples; undefined where only a server knows. */
  readonly states: () => RuleStates | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Makes something go wrong or right again; undefined when it was done, otherwise why not, in one line. */
  readonly setIncident: (name: string, isOn: boolean) => string | undefined;
}
