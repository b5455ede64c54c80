import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Comparer,
  createRenderer,
  type Data,
  ListenError,
  PAGE_FOLDER,
  type ProjectState,
  RenderError,
  type Renderer,
  serve,
} from '@binnacle/preview';
import { ExpectedError } from '../expected.ts';
import { assertIncidents } from './incidents.ts';

interface DrawingOptions {
  readonly data: Data;
  /** Versions to draw the dashboards beside. */
  readonly comparers?: readonly Comparer[];
  /** Names of incidents that the data was asked for. */
  readonly incidents?: readonly string[];
}

/**
 * Serves a project to a Chromium of its own for as long as its dashboards are drawn. Throws an expected error where the page was not
 * built, there is no such incident or no Chromium, or a dashboard does not come to rest.
 */
export async function drawing<T>(
  state: ProjectState,
  { data, comparers = [], incidents = [] }: DrawingOptions,
  draw: (renderer: Renderer) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(PAGE_FOLDER, 'index.html'))) {
    throw new ExpectedError('the page that draws was not built', 'run `npm run build`, or install a released binnacle');
  }
  try {
    const served = await serve(state, { page: PAGE_FOLDER, data, comparers, port: 0 });
    try {
      assertIncidents(incidents, data);
      const renderer = await createRenderer(served.url);
      try {
        return await draw(renderer);
      } finally {
        await renderer.close();
      }
    } finally {
      await served.close();
    }
  } catch (error) {
    if (error instanceof RenderError || error instanceof ListenError) throw new ExpectedError(error.message, error.fix);
    throw error;
  }
}
