import { TargetError } from '../target-error.ts';

/** Reads an environment variable. */
export type Secrets = (name: string) => string | undefined;

interface Named {
  readonly tokenEnv?: string;
  readonly usernameEnv?: string;
  readonly passwordEnv?: string;
}

/** The value of the environment variable `name`. Throws `TargetError` when it is not set. */
export function secret(name: string, secrets: Secrets): string {
  const value = secrets(name)?.trim();
  if (value !== undefined && value !== '') return value;
  throw new TargetError('unauthorised', `the environment variable ${name} is not set`, {
    fix: `set ${name} to the credentials, for example from the secrets of the CI system`,
  });
}

/** Headers that authorise requests, and the values that no message may show. */
export function credentials(
  settings: Named,
  secrets: Secrets,
): { readonly headers: Readonly<Record<string, string>>; readonly secrets: readonly string[] } {
  const { tokenEnv, usernameEnv, passwordEnv } = settings;
  if (tokenEnv !== undefined) {
    const token = secret(tokenEnv, secrets);
    return { headers: { authorization: `Bearer ${token}` }, secrets: [token] };
  }
  if (usernameEnv === undefined || passwordEnv === undefined) return { headers: {}, secrets: [] };
  const [user, password] = [secret(usernameEnv, secrets), secret(passwordEnv, secrets)];
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  return { headers: { authorization: `Basic ${basic}` }, secrets: [password, basic] };
}
