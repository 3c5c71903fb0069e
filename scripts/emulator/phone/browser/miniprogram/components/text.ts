/** `<text>` (WeChat's documentation: component/text). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';
import { decodeEntities } from './entities';

/** How wide each value of `space` draws a space. */
const SPACES: Record<string, string> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

export function defineText(space: ComponentSpace) {
  return builtIn(space, 'text')
    .property('selectable', Boolean)
    .property('userSelect', Boolean)
    .observer(['selectable', 'userSelect'], function (selectable, userSelect) {
      hostOf(this).toggleAttribute('selectable', selectable || userSelect);
    })
    .property('space', String)
    .property('decode', Boolean)
    .property('overflow', String)
    .property('maxLines', Number)
    .init(({ self, observer }) => {
      let following: MutationObserver | undefined;
      observer(['space', 'decode'], (space, decode) => {
        following?.disconnect();
        const drawn = SPACES[space];
        if (!decode && drawn === undefined) return;
        following = followText(hostOf(self), (text) => {
          const decoded = decode ? decodeEntities(text) : text;
          return drawn === undefined ? decoded : decoded.replaceAll(' ', drawn);
        });
      });
    })
    .registerComponent();
}

/** Draws each text below an element as `change` writes it, now and whenever the page gives it another. */
function followText(host: HTMLElement, change: (text: string) => string): MutationObserver {
  const written = new WeakMap<Node, string>();
  const draw = () => {
    const texts = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode() as Text | null; node !== null; node = texts.nextNode() as Text | null) {
      if (written.get(node) === node.data) continue;
      const text = change(node.data);
      written.set(node, text);
      if (text !== node.data) node.data = text;
    }
  };
  const observer = new MutationObserver(draw);
  observer.observe(host, { characterData: true, childList: true, subtree: true });
  draw();
  return observer;
}
