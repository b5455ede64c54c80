/** The name of a metric, which may go over lines between its words. */
export function MetricName({ name }: { readonly name: string }) {
  const words = name.split(/(?<=_)/);
  return words.map((word, i) => (
    // Words do not change places.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={i}>
      {word}
      <wbr />
    </span>
  ));
}
