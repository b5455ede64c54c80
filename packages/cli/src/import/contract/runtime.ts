/** Families that a client library exposes for every program written in its language, and not for one service. */
const RUNTIME = /^(?:go|process|promhttp|python|nodejs|jvm|dotnet|ruby|php)_/;

export function isRuntime(name: string): boolean {
  return RUNTIME.test(name);
}
