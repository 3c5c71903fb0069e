/** The phone's icons, drawn in the colour of the text around them. */
import type { ComponentChildren } from 'preact';

interface LinesProps {
  /** Pixels. */
  size: number;
  /** Of the 24 that the drawing is wide. */
  width?: number;
  children: ComponentChildren;
}

const Lines = ({ size, width = 1.6, children }: LinesProps) => (
  <svg
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    stroke-width={width}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

export const BackIcon = () => (
  <Lines size={24}>
    <path d="M15 4.5 7.5 12l7.5 7.5" />
  </Lines>
);

export const HomeIcon = () => (
  <Lines size={22}>
    <path d="M4 11.5 12 4l8 7.5M6.5 9.5V20h11V9.5" />
  </Lines>
);

export const ForwardIcon = () => (
  <Lines size={16}>
    <path d="m9 5 7 7-7 7" />
  </Lines>
);

export const MoreIcon = () => (
  <svg viewBox="0 0 24 24" width="22" height="22" fill="currentColor" aria-hidden="true">
    <circle cx="5" cy="12" r="2" />
    <circle cx="12" cy="12" r="3" />
    <circle cx="19" cy="12" r="2" />
  </svg>
);

export const CloseIcon = () => (
  <Lines size={20} width={2.2}>
    <circle cx="12" cy="12" r="9" />
    <circle cx="12" cy="12" r="3" fill="currentColor" />
  </Lines>
);

export const TickIcon = () => (
  <Lines size={16} width={2.6}>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Lines>
);

export const BellIcon = () => (
  <Lines size={26}>
    <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4" />
  </Lines>
);

export const HeadsetIcon = () => (
  <Lines size={26}>
    <path d="M4.5 14v-2a7.5 7.5 0 0 1 15 0v2M4.5 13h3v6h-3zM16.5 13h3v6h-3zM19.5 19c0 2-2 2.5-5 2.5" />
  </Lines>
);

export const PictureIcon = () => (
  <Lines size={26}>
    <path d="M3.5 5h17v14h-17zM3.5 16l5-5 4 4 3-3 5 5M15.5 9v.1" />
  </Lines>
);

/** Two phones. */
export const BesideIcon = () => (
  <Lines size={18}>
    <path d="M3.5 4h7v16h-7zM13.5 4h7v16h-7z" />
  </Lines>
);

export const ErrorIcon = () => (
  <Lines size={34}>
    <path d="M12 7v6.5M12 17v.1" stroke-width={2.4} />
    <circle cx="12" cy="12" r="10" />
  </Lines>
);

/** A mini-program has no picture here: the first letter of its name stands for one. */
export const MiniProgramIcon = ({ name, size }: { name: string; size: number }) => (
  <span
    class="mini-program-icon"
    style={{ width: `${size}px`, height: `${size}px`, fontSize: `${size / 2}px` }}
    aria-hidden="true"
  >
    {[...name][0] ?? '小'}
  </span>
);
