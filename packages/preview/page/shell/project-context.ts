import { createContext } from 'react';
import type { ProjectOnPage } from '../../src/wire/project.ts';

/** The project, once it is loaded. */
export interface ProjectInfo {
  readonly project: ProjectOnPage | undefined;
  readonly reload: () => Promise<void>;
}

export const ProjectContext = createContext<ProjectInfo>({ project: undefined, reload: () => Promise.resolve() });
