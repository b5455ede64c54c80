import { notEmpty, shape, withRequired } from '../config/shape.ts';

/** A folder, one JSON file a resource: for a Git repository that something else deploys. */
export interface FilesSettings {
  /** Relative to the config file. */
  readonly folder: string;
}

export const filesSettings = withRequired(['folder'], shape({ folder: notEmpty }));
