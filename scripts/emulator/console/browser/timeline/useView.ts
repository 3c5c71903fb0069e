/** What of the timeline is shown, kept in the page's address: the filter, and the entry that is open. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { followAddress, readAddress, rememberPlace, wasPushed, writeAddress } from '../frame/route';
import { addressOf, type Filter, filterIn } from './filter';

export interface View {
  filter: Filter;
  /** The row that the keys are at. */
  selected: string | undefined;
  /** Its details are shown. */
  opened: boolean;
}

export interface ViewControl extends View {
  setFilter(filter: Filter): void;
  select(key: string): void;
  open(key: string): void;
  close(): void;
}

/** The browser allows few changes of the address a second; a key that is held makes many. Milliseconds. */
const QUIET_MS = 300;

function viewInAddress(): View {
  const { what, how } = readAddress();
  return { filter: filterIn(how), selected: what || undefined, opened: what !== '' };
}

const addressed = ({ filter, selected, opened }: View) =>
  ({
    page: 'timeline',
    what: opened ? (selected ?? '') : '',
    how: addressOf(filter),
  }) as const;

export function useView(): ViewControl {
  const [view, setView] = useState(viewInAddress);
  const latest = useRef(view);
  latest.current = view;

  useEffect(
    () =>
      followAddress(() => {
        if (readAddress().page !== 'timeline') return;
        const { selected } = latest.current;
        setView((now) => ({ ...now, ...viewInAddress(), selected: viewInAddress().selected ?? selected }));
      }),
    [],
  );
  useEffect(() => {
    rememberPlace(addressed(view));
    const timer = window.setTimeout(() => {
      if (readAddress().page === 'timeline') writeAddress(addressed(latest.current), 'replace');
    }, QUIET_MS);
    return () => window.clearTimeout(timer);
  }, [view]);

  const change = (fields: Partial<View>) => setView((now) => ({ ...now, ...fields }));
  return {
    ...view,
    setFilter: (filter) => change({ filter }),
    select: (selected) => change({ selected }),
    open(selected) {
      // Back leads to the list, above all where the details lie over it: once, however often they are opened.
      const way = latest.current.opened || wasPushed() ? 'replace' : 'push';
      writeAddress(addressed({ ...latest.current, selected, opened: true }), way);
      change({ selected, opened: true });
    },
    close: () => change({ opened: false }),
  };
}
