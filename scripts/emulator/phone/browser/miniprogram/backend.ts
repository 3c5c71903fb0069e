/** The browser's document as the component framework sees it, with what a phone does differently. */
import { CurrentWindowBackendContext, Event } from 'glass-easel';
import type { TapGesture } from './gesture';

export class PhoneBackend extends CurrentWindowBackendContext {
  private readonly css = new Map<string, string>();
  private readonly styleElements = new Map<string, HTMLStyleElement>();
  private readonly ids: string[] = [];

  constructor(gesture: TapGesture) {
    super();
    this.onEvent((target, type, detail, options) => {
      const trigger = () => Event.triggerEvent(target, type, detail, options);
      if (type === 'tap') gesture.during(trigger);
      else trigger();
    });
    document.body.addEventListener('click', tapWithKeyboard);
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

  /** Says in the console which components a page uses that this phone does not have. */
  reportTagsOtherThan(known: string[]): void {
    const seen = new Set(known);
    const original = this.document;
    this.document = {
      createTextNode: (text) => original.createTextNode(text),
      createDocumentFragment: () => original.createDocumentFragment(),
      createElement: (tagName) => {
        if (!seen.has(tagName)) {
          seen.add(tagName);
          console.error(
            `<${tagName}> is neither a component of this page nor a built-in one that this phone has`,
          );
        }
        return original.createElement(tagName);
      },
    };
  }
}

/** A click that no pointer made comes from the keyboard or from assistive technology: it is a tap too. */
function tapWithKeyboard(event: MouseEvent): void {
  if (event.detail !== 0 || !(event.target instanceof Element)) return;
  const { x, y, width, height } = event.target.getBoundingClientRect();
  const at = { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 };
  event.target.dispatchEvent(new MouseEvent('mousedown', at));
  event.target.dispatchEvent(new MouseEvent('mouseup', at));
}
