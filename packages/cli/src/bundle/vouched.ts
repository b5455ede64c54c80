import { isDeepStrictEqual } from 'node:util';
import type { Environment } from '@binnacle/model';
import { openProject, type ProjectFlags } from '../config/open-project.ts';
import { ExpectedError } from '../expected.ts';

async function environmentsHere(bundle: string, config: string | undefined): Promise<readonly Environment[]> {
  try {
    return (await openProject({ cache: false, ...(config !== undefined && { config }) })).environments;
  } catch (error) {
    if (!(error instanceof ExpectedError) || config !== undefined) throw error;
    throw new ExpectedError(
      `${bundle}: nothing vouches for the systems it names, and credentials are sent to them (${error.message})`,
      'run where the config of the reviewed branch is, or give the --digest that was reviewed',
    );
  }
}

/**
 * Refuses a bundle that nobody reviewed when it would send credentials anywhere but where the config of this checkout does: a
 * bundle may come from a pull request of anybody. A reviewed digest vouches for it too.
 */
export async function assertVouched(
  bundle: string,
  environments: readonly Environment[],
  { digest, config }: Pick<ProjectFlags, 'config'> & { readonly digest?: string },
): Promise<void> {
  if (digest !== undefined) return;
  const here = await environmentsHere(bundle, config);
  for (const { name, destinations } of environments) {
    const known = here.find((one) => one.name === name)?.destinations ?? {};
    const other = Object.entries(destinations).find(
      ([id, settings]) => !isDeepStrictEqual(settings, new Map<string, unknown>(Object.entries(known)).get(id)),
    );
    if (other === undefined) continue;
    throw new ExpectedError(
      `${bundle} has other settings for ${name}'s ${other[0]} than the config here, so no credentials are sent there`,
      'merge the change of the config first, or give the --digest that was reviewed',
    );
  }
}
