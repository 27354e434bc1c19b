import { useEffect, useState } from 'preact/hooks';

const read = () => location.hash.slice(1);

export function useRoute(): string {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const stop = new AbortController();
    addEventListener('hashchange', () => setRoute(read()), { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return route;
}
