/** The keys of a binding, each as a key. */
export function KeyNames({ binding }: { binding: string }) {
  return (
    <>
      {binding.split(' ').map((key, i) => (
        <kbd key={`${key}${String(i)}`}>{key}</kbd>
      ))}
    </>
  );
}
