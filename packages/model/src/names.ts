/** Device names Windows reserves in every folder, with or without an extension. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Characters a path or a Windows file name cannot hold. */
// eslint-disable-next-line no-control-regex -- control characters are the point
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]/;
/** Leaves room for an extension within the 255 bytes of a file name. */
const LONGEST_NAME = 200;

/** Why a name cannot be a file or folder of its own inside the output folder, on any system; undefined when it can. */
export function unsafeFileName(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name === '.' || name === '..' || name.includes('/') || name.includes('\\')) return 'would leave its folder';
  const forbidden = FORBIDDEN.exec(name)?.[0];
  if (forbidden !== undefined) return `contains ${JSON.stringify(forbidden)}`;
  if (name.endsWith('.') || name.endsWith(' ') || name.startsWith(' '))
    return 'starts or ends with a space or ends with a dot';
  if (WINDOWS_DEVICE.test(name)) return 'is a device name on Windows';
  if (Buffer.byteLength(name) > LONGEST_NAME) return `is longer than ${LONGEST_NAME} bytes`;
  return undefined;
}

/** A kind's own rule for `metadata.name`. */
export interface NameRule {
  readonly pattern: RegExp;
  readonly min: number;
  readonly max: number;
  /** Completes "a … name is": `1–40 letters, digits, - or _`. */
  readonly describe: string;
}

/** Grafana's rule for uids of dashboards and folders. */
export const GRAFANA_UID: NameRule = {
  pattern: /^[A-Za-z0-9_-]+$/,
  min: 1,
  max: 40,
  describe: '1 to 40 letters, digits, - or _',
};

/** A DNS-1123 label, 2 to 63 long: valid as a Kubernetes object, a Grafana component and a Backstage entity. */
export const DNS_LABEL: NameRule = {
  pattern: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
  min: 2,
  max: 63,
  describe: '2 to 63 lower-case letters, digits or -, not starting or ending with -',
};

/** A DNS-1123 subdomain: the name of a Kubernetes object. */
export const DNS_SUBDOMAIN: NameRule = {
  pattern: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/,
  min: 1,
  max: 200,
  describe: 'lower-case letters, digits, - or ., each part starting and ending with a letter or digit',
};

/** True when a name keeps a rule. */
export function keepsNameRule(name: string, rule: NameRule): boolean {
  return name.length >= rule.min && name.length <= rule.max && rule.pattern.test(name);
}
