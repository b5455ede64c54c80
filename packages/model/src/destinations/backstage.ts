import { address, duration, notEmpty, secretName, shape, withRequired } from '../config/shape.ts';

/** Backstage: files in a folder it reads and, with an address, the registration of their location. */
export interface BackstageSettings {
  /** Folder of catalog files, relative to the config file. */
  readonly folder: string;
  /** Address of the Backstage backend. */
  readonly url?: string;
  readonly tokenEnv?: string;
  /** Address under which Backstage finds the folder's `catalog-info.yaml`; needed with `url`. */
  readonly location?: string;
  readonly caFile?: string;
  readonly timeout?: string;
}

export const backstageSettings = withRequired(
  ['folder'],
  shape({
    folder: notEmpty,
    url: address('https://backstage.example.com'),
    tokenEnv: secretName,
    location: address('https://git.example.com/shop/catalog-info.yaml'),
    caFile: notEmpty,
    timeout: duration,
  }),
);
