/** Titles: the first letter of each word in upper case, the others as they are. */
export function title(value: string): string {
  const words = new Intl.Segmenter('en-US', { granularity: 'word' }).segment(value);
  return Array.from(words, ({ segment }) => segment.replace(/\p{Cased}/u, (char) => upper(char))).join('');
}

function mapped(value: string, change: (char: string) => string): string {
  // Go changes one code point to one: ß has no capital.
  return value.replace(/\P{ASCII}/gu, (char) => {
    const changed = change(char);
    return Array.from(changed).length === 1 ? changed : char;
  });
}

function upper(value: string): string {
  return mapped(
    value.replace(/[a-z]+/g, (part) => part.toUpperCase()),
    (char) => char.toUpperCase(),
  );
}

function lower(value: string): string {
  return mapped(
    value.replace(/[A-Z]+/g, (part) => part.toLowerCase()),
    (char) => (char === 'İ' ? 'i' : char.toLowerCase()),
  );
}

export { lower, upper };

/** Host and port of an address as Go splits them; undefined where Go finds no port. */
function splitHostPort(address: string): { readonly host: string; readonly port: string } | undefined {
  const colon = address.lastIndexOf(':');
  if (colon < 0) return undefined;
  const port = address.slice(colon + 1);
  if (address.startsWith('[')) {
    const close = address.indexOf(']');
    const host = address.slice(1, close);
    const isClean = close + 1 === colon && !host.includes('[') && !/[[\]]/.test(address.slice(close + 1));
    return isClean ? { host, port } : undefined;
  }
  const host = address.slice(0, colon);
  return /[:[\]]/.test(host) || /[[\]]/.test(port) ? undefined : { host, port };
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

function isIpAddress(host: string): boolean {
  if (IPV4.test(host)) return true;
  if (!host.includes(':') || host.includes(':::')) return false;
  const [before = '', after, ...more] = host.split('::');
  if (more.length > 0) return false;
  const groups = [before, after ?? ''].flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const embedded = last.includes('.');
  if (embedded && !IPV4.test(last)) return false;
  if (!groups.slice(0, embedded ? -1 : undefined).every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
  const count = groups.length + (embedded ? 1 : 0);
  return after === undefined ? count === 8 : count < 8;
}

/** An address without its port. */
export function stripPort(address: string): string {
  return splitHostPort(address)?.host ?? address;
}

/** The first part of a host name, with its port; an IP address stays whole. */
export function stripDomain(address: string): string {
  const { host, port } = splitHostPort(address) ?? { host: address, port: '' };
  if (isIpAddress(host)) return address;
  const [name = ''] = host.split('.');
  if (port === '') return name;
  return name.includes(':') ? `[${name}]:${port}` : `${name}:${port}`;
}
