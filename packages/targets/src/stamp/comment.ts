import type { Stamp } from '@binnacle/model';

/** ` # binnacle project=shop environment=production checksum=…` at the end of a text; values are percent-encoded. */
const COMMENT = /\s# binnacle project=(\S+) environment=(\S+) checksum=([0-9a-f]{64})(?: stored=([0-9a-f]{64}))?\s*$/;

/** A rule group of any system: what the stamp of a group is written into. */
interface Group {
  readonly rules: readonly { readonly expr: string }[];
}

/** The text of a percent-encoded value; one that is not well formed is no value of ours. */
function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** The stamp in the comment at the end of a PromQL or LogQL expression; undefined when there is none. */
export function commentStampOf(expression: string): Stamp | undefined {
  const [, project, environment, checksum, stored] = COMMENT.exec(expression) ?? [];
  const [owner, place] = [decoded(project), decoded(environment)];
  if (owner === undefined || place === undefined || checksum === undefined) return undefined;
  return { project: owner, environment: place, checksum, ...(stored !== undefined && { stored }) };
}

/** The expression without the comment that holds a stamp. */
export function withoutCommentStamp(expression: string): string {
  return commentStampOf(expression) === undefined ? expression : expression.replace(COMMENT, '');
}

/** The expression with the stamp as a comment at its end, in place of an older one: it means what it meant. */
export function withCommentStamp(expression: string, { project, environment, checksum, stored }: Stamp): string {
  const fields = [
    `project=${encodeURIComponent(project)}`,
    `environment=${encodeURIComponent(environment)}`,
    `checksum=${checksum}`,
    ...(stored === undefined ? [] : [`stored=${stored}`]),
  ];
  return `${withoutCommentStamp(expression)} # binnacle ${fields.join(' ')}`;
}

/** The group with the first rule's expression changed. */
function withFirst<G extends Group>(group: G, change: (expression: string) => string): G {
  const rules = group.rules.map((rule, at) => (at === 0 ? { ...rule, expr: change(rule.expr) } : rule));
  return { ...group, rules };
}

/** The stamp of a rule group: systems that keep nothing but rules keep it in the first rule's expression. */
export function groupStampOf({ rules }: Group): Stamp | undefined {
  return rules[0] === undefined ? undefined : commentStampOf(rules[0].expr);
}

/** The group as it was before it was stamped. */
export function withoutGroupStamp<G extends Group>(group: G): G {
  return withFirst(group, withoutCommentStamp);
}

/** The group with the stamp in its first rule; one without rules has nowhere to keep it. */
export function withGroupStamp<G extends Group>(group: G, stamp: Stamp): G {
  return withFirst(group, (expression) => withCommentStamp(expression, stamp));
}
