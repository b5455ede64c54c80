import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import type { Surroundings } from './surroundings.ts';

/** Anywhere else: files are written, nothing is posted. */
const ELSEWHERE: Surroundings = {
  name: 'no CI system that is known',
  forge: 'this is neither GitHub Actions nor GitLab CI',
};

/** The CI system this run happens in. */
export function surroundings(env: NodeJS.ProcessEnv): Surroundings {
  return github(env) ?? gitlab(env) ?? ELSEWHERE;
}
