import { TargetError } from '../target-error.ts';

/** Headers that name a tenant to Mimir, Cortex and Loki. */
export function tenantHeaders(tenant: string | undefined): Readonly<Record<string, string>> {
  return tenant === undefined ? {} : { 'x-scope-orgid': tenant };
}

/** What a system with tenants answers; where it misses the tenant, the error says what to write. */
export async function withTenantHint<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof TargetError) || !/no org id/i.test(error.message)) throw error;
    throw new TargetError('unauthorised', error.message, {
      fix: 'name the `tenant`',
      ...(error.status !== undefined && { status: error.status }),
    });
  }
}
