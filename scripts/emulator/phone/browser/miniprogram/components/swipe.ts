/** A drag along one direction, by finger or mouse, that does not disturb one across it. */

interface Swipe {
  vertical(): boolean;
  enabled(): boolean;
  /** Whether a drag to there is one of its own; left out, each is. The browser scrolls by the others. */
  accepts?(offset: number): boolean;
  /** Pixels from where it began. */
  onMove(offset: number): void;
  /** @param size of the element along the direction, in pixels */
  onEnd(offset: number, size: number): void;
}

/** Pixels after which it is clear in which direction the drag goes. */
const DECIDED = 6;

export function followSwipe(
  element: HTMLElement,
  { vertical, enabled, accepts = () => true, onMove, onEnd }: Swipe,
): void {
  let start: { x: number; y: number } | undefined;
  let along: boolean | undefined;
  const offsetOf = ({ clientX, clientY }: PointerEvent) =>
    start === undefined ? 0 : vertical() ? clientY - start.y : clientX - start.x;

  element.addEventListener('pointerdown', (event) => {
    if (!enabled() || event.button !== 0) return;
    start = { x: event.clientX, y: event.clientY };
    along = undefined;
  });
  element.addEventListener('pointermove', (event) => {
    if (start === undefined) return;
    const [x, y] = [Math.abs(event.clientX - start.x), Math.abs(event.clientY - start.y)];
    if (along === undefined && Math.max(x, y) > DECIDED) {
      along = (vertical() ? y > x : x > y) && accepts(offsetOf(event));
      if (along) element.setPointerCapture(event.pointerId);
    }
    if (along) onMove(offsetOf(event));
  });
  // The pointer's events come first; a finger that scrolls the browser's way would cancel them.
  element.addEventListener('touchmove', (event) => along && event.cancelable && event.preventDefault(), {
    passive: false,
  });
  const end = (event: PointerEvent) => {
    if (start !== undefined && along)
      onEnd(offsetOf(event), vertical() ? element.clientHeight : element.clientWidth);
    start = undefined;
  };
  element.addEventListener('pointerup', end);
  element.addEventListener('pointercancel', end);
}
