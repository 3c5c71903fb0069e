/** The phone's icons, drawn in the colour of the text around them. */

const stroke = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 1.6,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': true,
} as const;

export const BackIcon = () => (
  <svg {...stroke} width="24" height="24">
    <path d="M15 4.5 7.5 12l7.5 7.5" />
  </svg>
);

export const ForwardIcon = () => (
  <svg {...stroke} width="16" height="16">
    <path d="m9 5 7 7-7 7" />
  </svg>
);

export const MoreIcon = () => (
  <svg viewBox="0 0 24 24" width="22" height="22" fill="currentColor" aria-hidden="true">
    <circle cx="5" cy="12" r="2" />
    <circle cx="12" cy="12" r="3" />
    <circle cx="19" cy="12" r="2" />
  </svg>
);

export const CloseIcon = () => (
  <svg {...stroke} width="20" height="20" stroke-width={2.2}>
    <circle cx="12" cy="12" r="9" />
    <circle cx="12" cy="12" r="3" fill="currentColor" />
  </svg>
);

export const TickIcon = () => (
  <svg {...stroke} width="16" height="16" stroke-width={2.6}>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </svg>
);

export const BellIcon = () => (
  <svg {...stroke} width="26" height="26">
    <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4" />
  </svg>
);

export const ErrorIcon = () => (
  <svg {...stroke} width="34" height="34">
    <path d="M12 7v6.5M12 17v.1" stroke-width={2.4} />
    <circle cx="12" cy="12" r="10" />
  </svg>
);

/** A mini-program has no picture here: the first letter of its name stands for one. */
export const MiniProgramIcon = ({ name, size }: { name: string; size: number }) => (
  <span
    class="mini-program-icon"
    style={{ width: size, height: size, fontSize: size * 0.5 }}
    aria-hidden="true"
  >
    {[...name][0] ?? '小'}
  </span>
);
