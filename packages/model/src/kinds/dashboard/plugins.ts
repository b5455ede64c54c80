import type { Diagnostic } from '../../diagnostic.ts';
import type { Resource } from '../../resource.ts';
import type { Panel } from './panels.ts';

export function pluginFindings(_resource: Resource, _panels: readonly Panel[]): Diagnostic[] {
  return [];
}
