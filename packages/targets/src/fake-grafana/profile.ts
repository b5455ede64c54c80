/** What differs between versions of Grafana. */
export interface Profile {
  readonly version: string;
  /** Versions below `/apis`, the preferred one first. */
  readonly dashboards: readonly string[];
  readonly folders: readonly string[];
  /** Refuses to change who manages a resource. */
  readonly enforcesManagers: boolean;
  /** Makes a folder although it is only asked to try. */
  readonly ignoresFolderDryRun: boolean;
  /** Status for a change of a rule's provenance. */
  readonly provenanceStatus: number;
}

const TWELVE_0: Omit<Profile, 'version'> = {
  dashboards: ['v1beta1', 'v0alpha1', 'v2alpha1'],
  folders: ['v1beta1'],
  enforcesManagers: false,
  ignoresFolderDryRun: true,
  provenanceStatus: 500,
};
const TWELVE_4: Omit<Profile, 'version'> = {
  ...TWELVE_0,
  dashboards: ['v1beta1', 'v0alpha1', 'v2alpha1', 'v2beta1'],
  ignoresFolderDryRun: false,
};
const THIRTEEN: Omit<Profile, 'version'> = {
  dashboards: ['v1', 'v0alpha1', 'v1beta1', 'v2alpha1', 'v2beta1', 'v2'],
  folders: ['v1', 'v1beta1'],
  enforcesManagers: true,
  ignoresFolderDryRun: false,
  provenanceStatus: 403,
};

/** The profile of a version: `12.0`, `12.4`, `13.2.3`. */
export function profileOf(version: string): Profile {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const full = version.split('.').length > 2 ? version : `${version}.0`;
  if (major >= 13) return { version: full, ...THIRTEEN };
  return { version: full, ...(major === 12 && minor >= 4 ? TWELVE_4 : TWELVE_0) };
}
