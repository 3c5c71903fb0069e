/** Whether the screen is narrow: then what stands side by side lies one over the other. */
import { useEffect, useState } from 'preact/hooks';

/** The style sheets have the same width. */
export const narrow = window.matchMedia('(max-width: 56rem)');

export function useNarrow(): boolean {
  const [is, setIs] = useState(narrow.matches);
  useEffect(() => {
    const follow = () => setIs(narrow.matches);
    narrow.addEventListener('change', follow);
    return () => narrow.removeEventListener('change', follow);
  }, []);
  return is;
}
