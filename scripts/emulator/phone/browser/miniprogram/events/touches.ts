/** Fingers and the mouse as WeChat's touch events, with `tap`, `longpress` and `longtap` (framework/view/wxml/event). */

/** Milliseconds a finger rests before it is a long press: 手指触摸后，超过350ms再离开. */
const LONG_PRESS_MS = 350;

/** Pixels a finger may wander and still tap. */
const TAP_DISTANCE = 10;

/** Milliseconds after a touch in which the browser's own mouse events repeat it. */
const ECHO_MS = 800;

export interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

export interface TouchReport {
  target: Element;
  type: 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel' | 'tap' | 'longpress' | 'longtap';
  detail: Record<string, unknown>;
  touches: TouchPoint[];
  changedTouches: TouchPoint[];
}

/** @returns what became of it: `prevented` keeps the browser from scrolling, `handled` means that somebody listened */
export type ReportTouch = (report: TouchReport) => { prevented: boolean; handled: boolean };

interface Press {
  target: Element;
  start: TouchPoint;
  timer: number;
  tappable: boolean;
}

export function followTouches(report: ReportTouch): void {
  const presses = new Map<number, Press>();
  let lastTouchAt = Number.NEGATIVE_INFINITY;

  const send = (
    press: Press,
    type: TouchReport['type'],
    touches: TouchPoint[],
    changedTouches: TouchPoint[],
  ) => {
    const point = changedTouches[0] ?? press.start;
    const detail = type.startsWith('touch') ? {} : { x: point.pageX, y: point.pageY };
    return report({ target: press.target, type, detail, touches, changedTouches });
  };

  const start = (target: Element, point: TouchPoint, touches: TouchPoint[]) => {
    const press: Press = { target, start: point, timer: 0, tappable: true };
    press.timer = window.setTimeout(() => {
      const { handled } = send(press, 'longpress', touches, [point]);
      send(press, 'longtap', touches, [point]);
      if (handled) press.tappable = false;
    }, LONG_PRESS_MS);
    presses.set(point.identifier, press);
    send(press, 'touchstart', touches, [point]);
  };

  const move = (point: TouchPoint, touches: TouchPoint[]) => {
    const press = presses.get(point.identifier);
    if (press === undefined) return false;
    if (distance(press.start, point) > TAP_DISTANCE) {
      press.tappable = false;
      clearTimeout(press.timer);
    }
    return send(press, 'touchmove', touches, [point]).prevented;
  };

  const end = (point: TouchPoint, touches: TouchPoint[], cancelled: boolean) => {
    const press = presses.get(point.identifier);
    if (press === undefined) return;
    presses.delete(point.identifier);
    clearTimeout(press.timer);
    send(press, cancelled ? 'touchcancel' : 'touchend', touches, [point]);
    // A tap still has the finger that made it among its touches (the example in framework/view/wxml/event).
    if (!cancelled && press.tappable) send(press, 'tap', [...touches, point], [point]);
  };

  const onTouch = (event: TouchEvent, act: (point: TouchPoint, touches: TouchPoint[]) => unknown) => {
    lastTouchAt = event.timeStamp;
    const touches = [...event.touches].map(pointOf);
    for (const touch of event.changedTouches) {
      if (act(pointOf(touch), touches) === true && event.cancelable) event.preventDefault();
    }
  };
  const on = (type: keyof DocumentEventMap, listener: (event: never) => void) =>
    document.addEventListener(type, listener as EventListener, { capture: true, passive: false });

  on('touchstart', (event: TouchEvent) =>
    onTouch(event, (point, touches) => start(elementOf(event), point, touches)),
  );
  on('touchmove', (event: TouchEvent) => onTouch(event, move));
  on('touchend', (event: TouchEvent) => onTouch(event, (point, touches) => end(point, touches, false)));
  on('touchcancel', (event: TouchEvent) => onTouch(event, (point, touches) => end(point, touches, true)));

  /** The mouse's main button is a finger. */
  const isFinger = (event: MouseEvent) => event.button === 0 && event.timeStamp - lastTouchAt > ECHO_MS;
  on('mousedown', (event: MouseEvent) => {
    if (isFinger(event)) start(elementOf(event), pointOf(event), [pointOf(event)]);
  });
  on('mousemove', (event: MouseEvent) => {
    if (!presses.has(MOUSE)) return;
    // Released outside of the window.
    if (event.buttons === 0 && event.isTrusted) end(pointOf(event), [], true);
    else move(pointOf(event), [pointOf(event)]);
  });
  on('mouseup', (event: MouseEvent) => isFinger(event) && end(pointOf(event), [], false));
}

const MOUSE = 0;

/** `pageX`, `pageY`: 距离文档左上角的距离. It is the page's element that scrolls, not the browser's document. */
function pointOf(source: Touch | MouseEvent): TouchPoint {
  const { clientX, clientY } = source;
  const { scrollLeft, scrollTop } = document.querySelector('page:not([hidden])') ?? document.documentElement;
  return {
    identifier: 'identifier' in source ? source.identifier : MOUSE,
    pageX: clientX + scrollLeft,
    pageY: clientY + scrollTop,
    clientX,
    clientY,
  };
}

const elementOf = (event: Event) => (event.target instanceof Element ? event.target : document.body);

const distance = (a: TouchPoint, b: TouchPoint) =>
  Math.max(Math.abs(a.clientX - b.clientX), Math.abs(a.clientY - b.clientY));
