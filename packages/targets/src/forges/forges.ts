/** Every forge, imported when one is needed. */
export const forges = {
  github: async () => (await import('./github/github.ts')).github,
  gitlab: async () => (await import('./gitlab/gitlab.ts')).gitlab,
} as const;
