/** What the nodes of a project's graph are. */
export type NodeKind =
  'metric' | 'record' | 'alert' | 'objective' | 'panel' | 'variable' | 'annotation' | 'service' | 'route';

/** Something of the project that reads something else, or is read. */
export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Id of the resource it is part of. */
  readonly resource: string;
  /** Name of the service it belongs to. */
  readonly service?: string;
  /** An alert that wakes somebody. */
  readonly pages?: true;
  /** Labels an alert has whatever its series are: what routes ask of it. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A project as what reads what. */
export interface ProjectGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Id of what is read → ids of what reads it. What nobody declares may be read as well. */
  readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Routes that an alert with these labels may come to. */
  readonly routes: (labels: Readonly<Record<string, string>>) => readonly GraphNode[];
}

/** Names of the metrics a query reads; none for one that is not PromQL. */
export type QueryNames = (query: string) => readonly string[];

/** The node of a metric or record: they share one space of names. */
export function seriesId(name: string): string {
  return `series ${name}`;
}

/** The node of a service. */
export function serviceId(name: string): string {
  return `service ${name}`;
}
