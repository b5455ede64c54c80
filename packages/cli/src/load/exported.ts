import { isResource, type Resource } from '@binnacle/model';

/** What a definition file's default export came to: its resources, or what is wrong with it. */
export type Exported = { readonly resources: readonly Resource[] } | { readonly wrong: string };

function isClass(value: object): boolean {
  return typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
}

function almostResource(value: object): string | undefined {
  if (!('apiVersion' in value) && !('kind' in value)) return undefined;
  if (!('apiVersion' in value) || typeof value.apiVersion !== 'string') return 'an object without `apiVersion`';
  if (!('kind' in value) || typeof value.kind !== 'string') return 'an object without `kind`';
  const what = `a ${value.kind}`;
  if (!('metadata' in value) || typeof value.metadata !== 'object' || value.metadata === null) {
    return `${what} without \`metadata\``;
  }
  if (!('name' in value.metadata) || typeof value.metadata.name !== 'string')
    return `${what} without \`metadata.name\``;
  return `${what} without \`spec\``;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  if (typeof value !== 'object' && typeof value !== 'function')
    return value === undefined ? 'undefined' : `a ${typeof value}`;
  if (isClass(value)) return `a class`;
  if (typeof value === 'function') return 'a function';
  const near = almostResource(value);
  if (near !== undefined) return near;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  return `an object with the keys ${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}`;
}

/**
 * The resources a default export stands for: a resource, an array of what stands for resources, a promise of it, or a
 * function without parameters that returns it. Rejects with whatever the user's own code throws.
 */
export async function resourcesOf(exported: unknown): Promise<Exported> {
  const resources: Resource[] = [];
  const visit = async (value: unknown, where: string, depth: number): Promise<string | undefined> => {
    const settled = value instanceof Promise ? ((await value) as unknown) : value;
    if (isResource(settled)) {
      resources.push(settled);
      return undefined;
    }
    if (Array.isArray(settled)) {
      for (const [index, item] of settled.entries()) {
        const wrong = await visit(item, `${where}[${index}]`, depth);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    }
    if (typeof settled === 'function' && !isClass(settled) && depth === 0) {
      const returned: unknown = await Reflect.apply(settled, undefined, []);
      return visit(returned, `what ${where} returns`, depth + 1);
    }
    return `${where} is ${describe(settled)}`;
  };
  const wrong = await visit(exported, 'the default export', 0);
  return wrong === undefined ? { resources } : { wrong };
}
