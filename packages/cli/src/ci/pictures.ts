import { resolve, resourceId } from '@binnacle/model';
import type { PictureOrder, ProjectState, Renderer } from '@binnacle/preview';
import type { Started } from '../actions/start.ts';
import type { Entry } from '../diff/entry.ts';
import { ExpectedError } from '../expected.ts';
import { dataOf } from '../preview/data.ts';
import { drawing } from '../preview/drawing.ts';
import { readBaseComparer } from '../preview/compare/base.ts';
import type { Pictures } from './ci-report.ts';
import { pictureName, writeReportFile } from './report-folder.ts';
import type { Reviewed } from './review.ts';

/** A change of more dashboards is one of what they share: the first show it, and each takes seconds. */
const MOST = 20;
/** Wide enough for two versions beside each other. */
const WIDTH = 1920;
const THEMES = ['dark', 'light'] as const;
const DASHBOARD = 'Dashboard/';
/** The same on every run, so that only what was changed looks different. */
const SAMPLES = { data: 'sample', seed: 1, incident: [], header: [] };

/** True when a dashboard comes, goes or looks different: another owner or folder cannot be seen. */
function isVisible({ id, verdict, differences }: Entry): boolean {
  if (!id.startsWith(DASHBOARD)) return false;
  return verdict !== 'update' || differences.some(({ reach }) => reach === 'appearance' || reach === 'data');
}

/** Uids of dashboards that are to be drawn, in the order in which the review tells of them. */
function changedDashboards({ review }: Reviewed): readonly string[] {
  return review.entries.filter(isVisible).map(({ id }) => id.slice(DASHBOARD.length));
}

/** The project as the first of its environments gets it. */
function stateOf({ project, environments }: Started, { checked }: Reviewed): ProjectState | undefined {
  const [environment] = environments;
  if (environment === undefined || !checked.isValid) return undefined;
  const names = environments.map(({ name }) => name);
  const { resources } = resolve(checked.resources, environment);
  return {
    name: project.config.project,
    environment,
    environments: names,
    resources,
    findings: [],
    root: project.root,
  };
}

/**
 * Draws each changed dashboard before and after, on sample data, dark and light, into `pictures/` of the report's folder. What
 * cannot be drawn is said, and fails nothing.
 */
export async function picturesOf(started: Started, reviewed: Reviewed, folder: string): Promise<Pictures> {
  const { base } = reviewed.review;
  const state = stateOf(started, reviewed);
  if (state === undefined) return { drawn: [], missing: 'definitions with errors are not drawn' };
  const changed = changedDashboards(reviewed);
  if (changed.length === 0) return { drawn: [] };
  const has = new Set(state.resources.map(resourceId));
  const drawn: Pictures['drawn'][number][] = [];
  const orders = changed.slice(0, MOST).flatMap((uid) => THEMES.map((theme) => ({ uid, theme })));

  async function draw(renderer: Renderer): Promise<void> {
    for (const [i, { uid, theme }] of orders.entries()) {
      started.progress.show(`drawing ${i + 1}/${orders.length} ${uid}`);
      const of = base === undefined && has.has(`${DASHBOARD}${uid}`) ? 'dashboard' : 'both';
      const order: PictureOrder = { uid, theme, of, format: 'png', width: WIDTH };
      // oxlint-disable-next-line no-await-in-loop -- one window at a time is as fast, and takes less memory
      const { content } = await renderer.picture(order);
      drawn.push({ uid, theme, file: writeReportFile(folder, pictureName(uid, theme), content) });
    }
  }

  const { resources, problems } = reviewed.before;
  const comparers = base === undefined ? [] : [readBaseComparer({ revision: base, resources, problems })];
  try {
    await drawing(state, { data: dataOf(SAMPLES, state), comparers }, draw);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    const fix = error.fix === undefined ? '' : ` (${error.fix})`;
    return { drawn, missing: `${error.message}${fix}` };
  } finally {
    started.progress.clear();
  }
  const left = changed.length - MOST;
  return { drawn, ...(left > 0 && { missing: `${left} more changed dashboards were not drawn` }) };
}
