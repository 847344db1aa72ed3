import { useEffect, useState } from 'react';

const minute = 60_000;

/** The wall clock in milliseconds since 1970, as of the last minute: what is said with it changes no oftener. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
