/** A share as text: `0.07` is `7 %`. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`;
}
