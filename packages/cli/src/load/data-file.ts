/** True for files whose resources are written out by hand. */
export function isDataFile(path: string): boolean {
  return /\.(?:json|ya?ml)$/.test(path);
}
