/** `wx.createSelectorQuery` and `this.createSelectorQuery` (WeChat's documentation: api/wxml). */
import { Component, type Element as ComponentElement, type GeneralComponent } from 'glass-easel';
import { nodeOf } from '../components/nodes';

interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
}

type Answer = Record<string, unknown>;
type OnAnswer = ((answer: Answer | Answer[] | null) => void) | undefined;

interface Request {
  component: GeneralComponent | undefined;
  /** undefined is the viewport. */
  selector: string | undefined;
  all: boolean;
  fields: Fields;
  onAnswer: OnAnswer;
}

/** A page or component as its own code sees it: `this`. */
export interface Caller {
  _$: GeneralComponent;
}

const RECT: Fields = { id: true, dataset: true, rect: true, size: true };
const SCROLL: Fields = { id: true, dataset: true, scrollOffset: true };

export class SelectorQuery {
  private readonly requests: Request[] = [];

  constructor(private component: GeneralComponent | undefined) {}

  in(caller: Caller): this {
    this.component = caller._$;
    return this;
  }

  select = (selector: string) => this.ask(selector, false);
  selectAll = (selector: string) => this.ask(selector, true);
  selectViewport = () => this.ask(undefined, false);

  exec(onAnswers?: (answers: unknown[]) => void): this {
    answerSoon(() => {
      const answers = this.requests.map(answer);
      return () => {
        this.requests.forEach(({ onAnswer }, index) => {
          onAnswer?.(answers[index] ?? null);
        });
        onAnswers?.(answers);
      };
    });
    return this;
  }

  private ask(selector: string | undefined, all: boolean) {
    const { component } = this;
    const want = (fields: Fields) => (onAnswer?: OnAnswer) => {
      this.requests.push({ component, selector, all, fields, onAnswer });
      return this;
    };
    return {
      boundingClientRect: want(RECT),
      scrollOffset: want(SCROLL),
      context: want({ context: true }),
      node: want({ node: true }),
      fields: (fields: Fields, onAnswer?: OnAnswer) => want(fields)(onAnswer),
    };
  }
}

let waiting: (() => () => void)[] = [];

/**
 * Asynchronous, as in WeChat, where the document lies in another thread: what is asked at the same time is measured
 * before any answer is told, which may change the document.
 *
 * @param measure gives what tells the answers
 */
function answerSoon(measure: () => () => void): void {
  if (waiting.length === 0) {
    requestAnimationFrame(() => {
      const asked = waiting;
      waiting = [];
      for (const tell of asked.map((each) => each())) queueMicrotask(tell);
    });
  }
  waiting.push(measure);
}

function answer({ component, selector, all, fields }: Request): Answer | Answer[] | null {
  if (selector === undefined) return describeViewport(component, fields);
  const root = component?.getShadowRoot();
  if (all) return (root?.querySelectorAll(selector) ?? []).map((element) => describe(element, fields));
  const element = root?.querySelector(selector) ?? null;
  return element && describe(element, fields);
}

function describe(element: ComponentElement, fields: Fields): Answer {
  const host = element.$$ instanceof HTMLElement ? (element.$$ as HTMLElement) : undefined;
  const answer: Answer = {};
  if (fields.id) answer['id'] = element.id;
  if (fields.dataset) answer['dataset'] = { ...element.dataset };
  if (fields.mark) answer['mark'] = element.collectMarks();
  const { left = 0, top = 0, right = 0, bottom = 0, width = 0, height = 0 } = boxOf(host);
  if (fields.rect) Object.assign(answer, { left, top, right, bottom });
  if (fields.size) Object.assign(answer, { width, height });
  if (fields.scrollOffset) Object.assign(answer, scrollOf(host));
  for (const name of fields.properties ?? []) {
    if (Component.isComponent(element)) answer[name] = (element.data as Answer)[name];
  }
  const style = host && fields.computedStyle && window.getComputedStyle(host);
  for (const name of fields.computedStyle ?? []) {
    answer[name] =
      style?.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)) ?? '';
  }
  if (fields.node || fields.context) Object.assign(answer, nodeOf(element));
  return answer;
}

const boxOf = (host: HTMLElement | undefined): Partial<DOMRect> => host?.getBoundingClientRect() ?? {};

function scrollOf(host: HTMLElement | undefined) {
  const { scrollLeft = 0, scrollTop = 0, scrollWidth = 0, scrollHeight = 0 } = host ?? {};
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

function describeViewport(component: GeneralComponent | undefined, fields: Fields): Answer {
  const { innerWidth: width, innerHeight: height } = window;
  const answer: Answer = {};
  if (fields.id) answer['id'] = '';
  if (fields.dataset) answer['dataset'] = {};
  if (fields.rect) Object.assign(answer, { left: 0, top: 0, right: width, bottom: height });
  if (fields.size) Object.assign(answer, { width, height });
  if (fields.scrollOffset) Object.assign(answer, scrollOf(pageElementOf(component)));
  return answer;
}

/** The page's element is what scrolls. */
function pageElementOf(component: GeneralComponent | undefined): HTMLElement | undefined {
  let page: GeneralComponent | undefined = component;
  for (let owner = page; owner !== undefined; owner = owner.ownerShadowRoot?.getHostNode()) page = owner;
  return page?.$$ instanceof HTMLElement ? (page.$$ as HTMLElement) : undefined;
}
