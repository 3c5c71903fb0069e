/** The console's icons, drawn on a grid of 20 with lines of 1.5. */
import type { PageId } from './route';
import type { Theme } from './theme';

const PAGE_PATHS: Record<PageId, string> = {
  timeline: 'M3.5 5h13M3.5 10h9M3.5 15h11',
  functions: 'M7 4.5 2.500 10 7 15.500M13 4.500l4.500 5.500-4.500 5.500',
  clock: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM10 6v4.2l2.8 1.8',
  faults: 'M11 2.5 4.5 11.5H10L9 17.5l6.5-9H10Z',
  templates: 'M4 3.5h12v13H4ZM7 7.5h6M7 10.5h6M7 13.5h3',
  users: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.8c.6-3 3-4.6 6-4.6s5.400 1.600 6 4.600',
  push: 'M3 6h14v9.500H3ZM3 6.500l7 5 7-5',
  database:
    'M4 5.500c0-1.500 2.700-2.500 6-2.500s6 1 6 2.500-2.700 2.500-6 2.500-6-1-6-2.500ZM4 5.500v9c0 1.500 2.700 2.500 6 2.500s6-1 6-2.500v-9M4 10c0 1.500 2.700 2.500 6 2.500s6-1 6-2.500',
  state: 'M4 3.500h9.500L16 6v10.500H4ZM7 3.500V8h5.500V3.500M7 16.500v-5h6v5',
};

const THEME_PATHS: Record<Theme, string> = {
  system: 'M3.500 4h13v9.500h-13ZM7.500 16.500h5',
  light:
    'M10 6.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7ZM10 2v1.800M10 16.200V18M2 10h1.800M16.200 10H18M4.400 4.400l1.200 1.200M14.400 14.400l1.200 1.200M4.400 15.600l1.200-1.200M14.400 5.600l1.200-1.200',
  dark: 'M16.500 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.500 8.500Z',
};

export const PageIcon = ({ page }: { page: PageId }) => <Lines path={PAGE_PATHS[page]} />;
export const ThemeIcon = ({ theme }: { theme: Theme }) => <Lines path={THEME_PATHS[theme]} />;
export const PhoneIcon = () => <Lines path="M6 2.500h8v15H6ZM9 15h2" />;
export const HelpIcon = () => (
  <Lines path="M10 2.800a7.200 7.200 0 1 0 0 14.400 7.200 7.200 0 0 0 0-14.400ZM8 8a2 2 0 1 1 2.600 1.900c-.4.2-.6.5-.6 1v.4M10 13.600v.1" />
);
export const CloseIcon = () => <Lines path="M5 5l10 10M15 5 5 15" />;
export const BackIcon = () => <Lines path="M12.500 4 6.500 10l6 6" />;

const Lines = ({ path }: { path: string }) => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d={path} />
  </svg>
);
