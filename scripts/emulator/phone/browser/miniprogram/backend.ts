/** The browser's document as the component framework sees it, with what a phone does differently. */
import {
  Component,
  type Element as ComponentElement,
  CurrentWindowBackendContext,
  Event,
  globalOptions,
} from 'glass-easel';
import { documentTag } from '../../builtInTags';
import { rpxToViewport } from '../../rpx';
import type { TapGesture } from './events/gesture';
import { followTouches, type TouchPoint, type TouchReport } from './events/touches';
import { fileAddress } from './files';

/** The browser's own events that WeChat has under the same name; all else is told by the components themselves. */
const BROWSER_EVENTS = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const;

type Listener = Parameters<CurrentWindowBackendContext['onEvent']>[0];

export class PhoneBackend extends CurrentWindowBackendContext {
  private readonly css = new Map<string, string>();
  private readonly styleElements = new Map<string, HTMLStyleElement>();
  private readonly ids: string[] = [];
  private readonly seenTags = new Set<string>();
  /** The path of the page that is being made, or is on top. */
  page = '';

  constructor(private readonly gesture: TapGesture) {
    super();
    globalOptions.writeIdToDOM = true;
    // A property may be called `dataset` or `id`, as vant's button has it: it is not the node's own.
    globalOptions.writeFieldsToNode = false;
    const original = this.document;
    this.document = {
      createTextNode: (text) => original.createTextNode(text),
      createDocumentFragment: () => original.createDocumentFragment(),
      createElement: (tag) => {
        this.reportUnknown(tag);
        const element = document.createElement(documentTag(tag));
        // The framework sets each id with a prefix of its component's; style sheets and aria attributes name it alone.
        Object.defineProperty(element, 'id', {
          set: (id: string) => element.setAttribute('id', id.replace(/^.*?--/, '')),
          get: () => element.getAttribute('id') ?? '',
        });
        const setAttribute = element.setAttribute.bind(element);
        element.setAttribute = (name, value) =>
          setAttribute(name, name === 'style' ? this.compileStyle(String(value)) : value);
        return element as unknown as ReturnType<typeof original.createElement>;
      },
    };
    followTouches((report) => this.dispatchTouch(report));
    for (const type of BROWSER_EVENTS) {
      document.addEventListener(type, (event) => {
        const { elapsedTime } = event;
        const target = componentAt(event.target);
        if (target) Event.triggerEvent(target, type, { elapsedTime }, BUBBLING);
      });
    }
    document.addEventListener('click', tapWithKeyboard);
  }

  /**
   * A style in WXML may be in rpx too: the screen is 750 wide. A picture that it names lies beside the page, also when a
   * component names it: for WeChat the address is that of the page's document.
   */
  private compileStyle(style: string): string {
    return rpxToViewport(style).replace(
      /\burl\(\s*(["']?)([^"')]+)\1\s*\)/g,
      (_, quote: string, path: string) => `url(${quote}${fileAddress(path, this.page)}${quote})`,
    );
  }

  /** Every event comes from `followTouches`, the browser's few, or a component: none is the framework's to find. */
  override onEvent(_listener: Listener): void {}
  override setListenerStats(): void {}

  private dispatchTouch({ target, type, detail, touches, changedTouches }: TouchReport) {
    let handled = false;
    const element = componentAt(target);
    if (element === undefined) return { prevented: false, handled };
    const onCanvas = Component.isComponent(element) && element.is === 'wx/canvas' && type.startsWith('touch');
    const place = onCanvas ? fromCorner(target) : (points: TouchPoint[]) => points;
    const event = new Event(type, detail, {
      ...BUBBLING,
      // canvas 中的触摸事件不可冒泡 (WeChat's documentation: framework/view/wxml/event).
      bubbles: !onCanvas,
      extraFields: { touches: place(touches), changedTouches: place(changedTouches) },
      handleListenerReturn: () => {
        handled = true;
      },
    });
    const dispatch = () => Event.dispatchEvent(element, event);
    if (type === 'tap') this.gesture.during(dispatch);
    else dispatch();
    return { prevented: event.defaultPrevented(), handled };
  }

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.css.set(path, String(content));
  }

  /** Once for each path, however many pages and components ask for it. */
  override appendStyleSheetPath(path: string): number {
    if (!this.styleElements.has(path)) {
      const element = document.createElement('style');
      element.textContent = this.css.get(path) ?? '';
      element.dataset['path'] = path;
      document.head.append(element);
      this.styleElements.set(path, element);
      this.ids.push(path);
    }
    return this.ids.indexOf(path);
  }

  override disableStyleSheet(id: number): void {
    this.setStyleSheet(this.ids[id] ?? '', false);
  }

  /** Switches a style sheet on or off; one that was never registered is passed over. */
  setStyleSheet(path: string, on: boolean): void {
    if (!this.css.has(path)) return;
    if (on) this.appendStyleSheetPath(path);
    const element = this.styleElements.get(path);
    if (element !== undefined) element.media = on ? '' : 'not all';
  }

  /** Tags that are not reported: the built-in components and the mini-program's own. */
  knowTags(tags: string[]): void {
    for (const tag of tags) this.seenTags.add(tag);
  }

  /**
   * Says in the console which components a page uses that this phone does not have. `<i>` and `<h2>` are none in WeChat
   * either, which draws what is in them without a word: its own WeUI is written so.
   */
  private reportUnknown(tag: string): void {
    if (this.seenTags.has(tag)) return;
    this.seenTags.add(tag);
    if (!tag.includes('-') && !(document.createElement(tag) instanceof HTMLUnknownElement)) return;
    console.error(`<${tag}> is neither a component of this page nor a built-in one that this phone has`);
  }
}

/** `CanvasTouch`: 距离 Canvas 左上角的距离 (WeChat's documentation: framework/view/wxml/event). */
function fromCorner(canvas: Element) {
  const { left, top } = canvas.getBoundingClientRect();
  return (points: TouchPoint[]) =>
    points.map((point) => ({ ...point, x: point.clientX - left, y: point.clientY - top }));
}

const BUBBLING = { bubbles: true, composed: true, capturePhase: true };

/** The component, or the element of a template, that an element of the document belongs to. */
function componentAt(target: unknown): ComponentElement | undefined {
  for (let node = target as Node | null; node !== null; node = node.parentNode) {
    const element = (node as { __wxElement?: ComponentElement }).__wxElement;
    if (element !== undefined) return element;
  }
  return undefined;
}

/** A click that no pointer made comes from the keyboard or from assistive technology: it is a tap too. */
function tapWithKeyboard(event: MouseEvent): void {
  if (event.detail !== 0 || !(event.target instanceof Element)) return;
  const { x, y, width, height } = event.target.getBoundingClientRect();
  const at = { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 };
  event.target.dispatchEvent(new MouseEvent('mousedown', at));
  event.target.dispatchEvent(new MouseEvent('mouseup', at));
}
