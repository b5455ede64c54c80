import { type Answer, legacyError } from './answer.ts';
import type { Context, FakeRequest } from './request.ts';
import { provenanceOf } from './rules.ts';

/** The refusal to change what somebody else provisioned; what nobody did everybody may take over. */
export function refusedProvenance(stored: string, request: FakeRequest, { profile }: Context): Answer | undefined {
  const asked = provenanceOf(request);
  if (stored === '' || stored === asked) return undefined;
  return legacyError(profile.provenanceStatus, `cannot change provenance from '${stored}' to '${asked}'`);
}
