import { expect, test } from 'vitest';
import { proposeContract } from '../contract/contract.ts';
import { readExposition } from '../exposition/read.ts';
import { merge, type Merged } from './merge.ts';

/** What contract files import; by name, because the command itself does not. */
const BUILDERS = '@binnacle/builders';

const EXPOSED = `# HELP shop_orders_total Orders placed.
# TYPE shop_orders_total counter
shop_orders_total{channel="web",device="a1"} 1
shop_orders_total{channel="app",device="a2"} 1
# HELP shop_open_carts Carts that hold something.
# TYPE shop_open_carts gauge
shop_open_carts 3
# HELP shop_duration_seconds How long it takes.
# TYPE shop_duration_seconds histogram
shop_duration_seconds_bucket{code="200",le="0.1"} 1
shop_duration_seconds_bucket{code="200",le="1"} 1
shop_duration_seconds_bucket{code="200",le="+Inf"} 1
shop_duration_seconds_sum{code="200"} 1
shop_duration_seconds_count{code="200"} 1
`;

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function update(
  existing: string | undefined,
  exposed = EXPOSED,
  waivers: readonly (readonly [string, string])[] = [],
): Promise<Merged> {
  const { families, targetLabels } = await readExposition(bytes(exposed), 'test', 'text');
  return merge(existing, {
    path: 'metrics.ts',
    service: 'shop',
    proposal: {
      contracts: families.map((family) => proposeContract(family, targetLabels)),
      wanted: new Set(families.map(({ name }) => name)),
      waivers: new Map(waivers),
      seen: new Map(families.map((family) => [family.name, family])),
      named: new Set(),
    },
  });
}

/** What is left of a text when it is written again as it is. */
async function settled(text: string, exposed?: string): Promise<string> {
  return (await update(text, exposed)).text;
}

test('a new file', async () => {
  const { text, added, total } = await update(undefined, EXPOSED, [['shop_open_carts', "named by the shop's vendor"]]);
  expect(text).toBe(`import { bounded, counter, gauge, histogram, httpStatus, oneOf } from '${BUILDERS}';

/** What shop exposes. Importing again adds what is new and keeps every edit. */
export const metrics = {
  durationSeconds: histogram('shop_duration_seconds', {
    help: 'How long it takes.',
    unit: 'seconds',
    labels: {
      code: httpStatus(),
    },
    buckets: [0.1, 1],
  }),
  openCarts: gauge('shop_open_carts', {
    help: 'Carts that hold something.',
    unit: 'carts',
    waiver: "named by the shop's vendor",
  }),
  orders: counter('shop_orders_total', {
    help: 'Orders placed.',
    unit: 'orders',
    labels: {
      channel: oneOf('app', 'web'),
      device: bounded(10), // 2 seen: a1, a2
    },
  }),
};
`);
  expect([added.length, total]).toEqual([3, 3]);
  expect(await settled(text)).toBe(text);
});

test('everything a person wrote stays: help, domains, waivers, comments, order, formatting, extra metrics', async () => {
  const written = `// Copyright the shop.

import { counter as c, gauge, oneOf, histogram, bounded, httpStatus } from "${BUILDERS}"

/* our carts */
export const metrics = {
    // the important one
    placed: c("shop_orders_total", { help: "Orders, in our words", unit: 'orders', // sic
        labels: { device: bounded(500), channel: oneOf('web', 'app', 'phone') }, waiver: "billing" }),
    ...more,
    invented: gauge(\`shop_open_carts\`, { help: 'x', unit: 'carts' }), time: histogram('shop_duration_seconds', {
      help: 'y', unit: 'seconds', labels: { code: httpStatus() }, buckets: [0.1, 1] })
} as const
`;
  const { text, added, differs } = await update(written);
  expect(text).toBe(written);
  expect({ added, differs }).toEqual({ added: [], differs: [] });
});

test('what is new comes last, and its builders are imported', async () => {
  const written = `import { gauge } from '${BUILDERS}';

export const metrics = {
  carts: gauge('shop_open_carts', { help: 'Carts.', unit: 'carts' }), // ours
  // end of the list
};
`;
  const { text, added } = await update(written, EXPOSED.replace(/# HELP shop_duration[^]*/, ''));
  expect(text).toBe(`import { bounded, counter, gauge, oneOf } from '${BUILDERS}';

export const metrics = {
  carts: gauge('shop_open_carts', { help: 'Carts.', unit: 'carts' }), // ours
  // end of the list
  orders: counter('shop_orders_total', {
    help: 'Orders placed.',
    unit: 'orders',
    labels: {
      channel: oneOf('app', 'web'),
      device: bounded(10), // 2 seen: a1, a2
    },
  }),
};
`);
  expect(added).toEqual(['shop_orders_total']);
  expect(await settled(text, EXPOSED.replace(/# HELP shop_duration[^]*/, ''))).toBe(text);
});

test.each([
  ['export const metrics = {};', 'an empty object'],
  ["export const metrics = { carts: gauge('shop_open_carts', { help: '', unit: '' }) };", 'an object on one line'],
  [
    "export const metrics = { carts: gauge('shop_open_carts', { help: '', unit: '' }), /* no more */ };",
    'a comment at the end',
  ],
  ["export const metrics = {\n  carts: gauge('shop_open_carts', { help: '', unit: '' }) // no comma\n};", 'no comma'],
  [
    "import * as b from '@binnacle/builders';\nexport const metrics = {\n  carts: b.gauge('shop_open_carts', { help: '', unit: '' }),\n};",
    'a namespace',
  ],
  [
    "const other = { carts: gauge('shop_open_carts', { help: '', unit: '' }) };\nservice({ metrics: other });",
    'an object of another name',
  ],
  [
    "export const metrics = {\r\n  carts: gauge('shop_open_carts', { help: '', unit: '' }),\r\n};\r\n",
    'Windows line ends',
  ],
])('%j: the result parses, holds every metric, and is final', async (written) => {
  const { text, total } = await update(written);
  expect(total).toBe(3);
  const again = await update(text);
  expect(again.text).toBe(text);
  expect([again.total, again.added]).toEqual([3, []]);
});

test('line ends and the way builders are imported are those of the file', async () => {
  const windows = await update('export const metrics = {\r\n};\r\n');
  expect(windows.text.replaceAll('\r\n', '')).not.toContain('\n');
  const namespace = await update("import * as b from '@binnacle/builders';\nexport const metrics = {\n};\n");
  expect(namespace.text).toContain("b.counter('shop_orders_total'");
  const alias = await update("import { counter as c } from '@binnacle/builders';\nexport const metrics = {\n};\n");
  expect(alias.text).toContain("c('shop_orders_total'");
});

test('labels a contract lacks are added to it', async () => {
  const written = `import { counter, gauge, histogram, oneOf } from '${BUILDERS}';
export const metrics = {
  orders: counter('shop_orders_total', {
    help: 'Orders.',
    unit: 'orders',
    labels: {
      channel: oneOf('app', 'web'), // both
    },
  }),
  carts: gauge('shop_open_carts', { help: 'Carts.', unit: 'carts' }),
  time: histogram('shop_duration_seconds', {
    help: 'Time.',
    unit: 'seconds',
    buckets: [0.1, 1],
  }),
};
`;
  const { text, addedLabels } = await update(written);
  expect(addedLabels).toEqual(['shop_orders_total{device}', 'shop_duration_seconds{code}']);
  expect(text).toContain(`      channel: oneOf('app', 'web'), // both
      device: bounded(10), // 2 seen: a1, a2
    },`);
  expect(text).toContain(`    buckets: [0.1, 1],
    labels: {
      code: httpStatus(),
    },
  }),`);
  expect(text).toContain('import { bounded, counter, gauge, histogram, httpStatus, oneOf }');
  expect(await settled(text)).toBe(text);
});

test('what is gone is marked, never deleted, and the mark goes when it is back', async () => {
  const { text: written } = await update(undefined);
  const without = EXPOSED.replace(/# HELP shop_open_carts[^]*shop_open_carts 3\n/, '');
  const gone = await update(written, without);
  expect(gone.vanished).toEqual(['shop_open_carts']);
  expect(gone.text).toBe(written.replace('  openCarts', '  // Not seen by the last import.\n  openCarts'));
  expect(await settled(gone.text, without)).toBe(gone.text);
  const back = await update(gone.text);
  expect(back.returned).toEqual(['shop_open_carts']);
  expect(back.text).toBe(written);
});

test('what disagrees is reported and left alone', async () => {
  const written = `import { bounded, gauge, histogram, oneOf } from '${BUILDERS}';
export const metrics = {
  orders: gauge('shop_orders_total', {
    help: 'Orders.',
    unit: 'orders',
    labels: { channel: oneOf('web'), device: bounded(1), tenant: bounded(9) },
  }),
  carts: gauge('shop_open_carts', { help: 'Carts.', unit: 'carts' }),
  time: histogram('shop_duration_seconds', { help: 'Time.', unit: 'seconds', labels: { code: oneOf('200') }, buckets: [0.1, 5] }),
};
`;
  const { text, differs } = await update(written);
  expect(text).toBe(written);
  expect(differs).toEqual([
    'shop_orders_total is declared as a gauge and exposed as a counter',
    'label channel of shop_orders_total takes "app", which oneOf(…) does not list',
    'label device of shop_orders_total takes 2 values, more than bounded(1)',
    'label tenant of shop_orders_total is declared and was not seen',
    'shop_duration_seconds is declared with the buckets 0.1, 5 and exposed with 0.1, 1',
  ]);
});

test('a file that is not TypeScript, or holds no contracts, is refused with its line', async () => {
  await expect(update('export const metrics = {\n  a: \n};\n')).rejects.toThrow(/^metrics\.ts:3: /);
  await expect(update('export const answer = 42;\n')).rejects.toThrow('metrics.ts has no object to put contracts in');
});
