/** `wx.createIntersectionObserver` and `this.createIntersectionObserver` (WeChat's documentation: api/wxml). */
import type { Element as ComponentElement, GeneralComponent } from 'glass-easel';

interface Options {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

type Margins = Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>;

interface Change {
  id: string;
  dataset: Record<string, unknown>;
  intersectionRatio: number;
  intersectionRect: unknown;
  boundingClientRect: unknown;
  relativeRect: unknown;
  time: number;
}

export class NodeIntersectionObserver {
  private relative: { selector: string | undefined; margins: Margins } = { selector: undefined, margins: {} };
  private readonly observers: IntersectionObserver[] = [];

  constructor(
    private readonly component: GeneralComponent | undefined,
    private readonly options: Options = {},
  ) {
    component?.addLifetimeListener('detached', () => this.disconnect());
  }

  relativeTo(selector: string, margins: Margins = {}): this {
    this.relative = { selector, margins };
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.relative = { selector: undefined, margins };
    return this;
  }

  observe(selector: string, onChange: (change: Change) => void): void {
    const { thresholds = [0], initialRatio = 0, observeAll = false } = this.options;
    const root = this.component?.getShadowRoot();
    const found = root?.querySelectorAll(selector) ?? [];
    const { selector: reference, margins } = this.relative;
    // The page's element is what the user sees of it: the browser's own viewport is the whole desk's.
    const visible = elementOf(this.component)?.closest('page') ?? null;
    const referenceElement = reference === undefined ? visible : elementOf(root?.querySelector(reference));
    const { top = 0, right = 0, bottom = 0, left = 0 } = margins;
    for (const target of observeAll ? found : found.slice(0, 1)) {
      const element = elementOf(target);
      if (element === null) continue;
      // 如果调用时检测到的相交比例与 initialRatio 不相等且达到阈值，则会触发一次; the browser tells the first in any case.
      let isFirst = true;
      const isTold = ({ intersectionRatio }: IntersectionObserverEntry) =>
        intersectionRatio !== initialRatio && thresholds.some((ratio) => intersectionRatio >= ratio);
      const observer = new IntersectionObserver(
        (entries) => {
          for (const entry of entries) {
            if (!isFirst || isTold(entry)) onChange(describe(target, entry));
            isFirst = false;
          }
        },
        {
          root: referenceElement,
          rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
          threshold: thresholds,
        },
      );
      observer.observe(element);
      this.observers.push(observer);
    }
  }

  disconnect(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect();
  }
}

function elementOf(component: ComponentElement | null | undefined): HTMLElement | null {
  return component?.$$ instanceof HTMLElement ? (component.$$ as HTMLElement) : null;
}

const describe = (target: ComponentElement, entry: IntersectionObserverEntry): Change => ({
  id: target.id,
  dataset: { ...target.dataset },
  intersectionRatio: entry.intersectionRatio,
  intersectionRect: entry.intersectionRect.toJSON(),
  boundingClientRect: entry.boundingClientRect.toJSON(),
  relativeRect: entry.rootBounds?.toJSON() ?? null,
  time: entry.time,
});
