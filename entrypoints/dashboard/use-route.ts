import { useEffect, useState } from 'preact/hooks';

const read = () => location.hash.slice(1);

export function useRoute(): string {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    // An effect runs after the first picture: the address may have changed since it was read.
    setRoute(read());
    const stop = new AbortController();
    addEventListener('hashchange', () => setRoute(read()), { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return route;
}
