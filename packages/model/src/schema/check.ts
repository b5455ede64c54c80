import type { Diagnostic } from '../diagnostic.ts';
import { finding } from '../finding.ts';
import { valueAt } from '../pointer.ts';
import type { Resource } from '../resource.ts';
import { mismatches } from './explain.ts';
import { specValidator, type SpecSchema, type Validator } from './validator.ts';

/** A pointer to a member of an object: null may stand for its absence, which it cannot for an item of a list. */
const MEMBER = /\/\D[^/]*$/;

/** Which part of a resource is checked, and how its findings are labelled. */
export interface Part {
  readonly rule: string;
  readonly value: unknown;
  /** Pointer to `value` in the resource. */
  readonly path: string;
  /** Title of the panel, alert, … a pointer into the resource leads to. */
  readonly subject?: (path: string) => string | undefined;
  /** The reader forgives: a field it does not know is a warning, and null stands for an absent field. */
  readonly isLenient?: boolean;
}

/** Findings of one validator about one part of a resource. */
export function partDiagnostics(resource: Resource, part: Part, validate: Validator): Diagnostic[] {
  if (validate(part.value)) return [];
  const { rule, path: base, isLenient = false } = part;
  const errors = (validate.errors ?? []).filter(({ instancePath }) => {
    const isAbsent = MEMBER.test(instancePath) && valueAt(part.value, instancePath) === null;
    return !isLenient || !isAbsent;
  });
  return mismatches(errors, part.value).map(({ path, message, fix, isUnknownField }) => {
    const at = base + path;
    const subject = part.subject?.(at);
    return finding(resource, {
      rule,
      severity: isUnknownField && isLenient ? 'warning' : 'error',
      message,
      path: at,
      ...(subject !== undefined && { subject }),
      ...(fix !== undefined && { fix }),
    });
  });
}

/** How a resource's whole spec is checked. */
export interface SpecCheck {
  readonly schema: SpecSchema;
  readonly rule: string;
  readonly subject?: (resource: Resource, path: string) => string | undefined;
  readonly isLenient?: boolean;
}

/** Findings about a resource's spec against the schema of its kind. */
export function specDiagnostics(resource: Resource, { schema, rule, subject, isLenient }: SpecCheck): Diagnostic[] {
  const part: Part = {
    rule,
    value: resource.spec,
    path: '/spec',
    ...(subject !== undefined && { subject: (path: string) => subject(resource, path) }),
    ...(isLenient !== undefined && { isLenient }),
  };
  return partDiagnostics(resource, part, specValidator(schema));
}
