export * from './target.ts';
export * from './targets.ts';
export * from './destinations/destination.ts';
export { destinations } from './destinations/destinations.ts';
export { emit, placing } from './assemble.ts';
export { inOrder } from './selected.ts';
export { toClassic, type Classic } from './grafana-classic/to-classic.ts';
export type { ClassicDashboard } from './grafana-classic/wire.ts';
export { type Refusal, TargetError } from './target-error.ts';
