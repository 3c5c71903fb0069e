/** How high a row of the timeline is: two lines on a narrow screen, and in proportion to the size of the text. */
import { useEffect, useState } from 'preact/hooks';
import { narrow } from '../frame/useNarrow';

/** In rem; list.css has the same. */
const WIDE = 2.25;
const NARROW = 3.75;

function measure(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (narrow.matches ? NARROW : WIDE) * rem;
}

/** Pixels. */
export function useRowHeight(): number {
  const [height, setHeight] = useState(measure);
  useEffect(() => {
    const follow = () => setHeight(measure());
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, []);
  return height;
}
