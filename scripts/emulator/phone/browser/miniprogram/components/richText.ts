/** `<rich-text>` (WeChat's documentation: component/rich-text): only the tags and attributes that it trusts. */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';
import { decodeEntities } from './entities';

const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'class style alt src height width colspan rowspan align valign start type span cellpadding cellspacing dir color face size'.split(
    ' ',
  ),
);

interface NodeObject {
  type?: string;
  name?: string;
  attrs?: Record<string, unknown>;
  children?: NodeObject[];
  text?: string;
}

export function defineRichText(space: ComponentSpace) {
  return builtIn(space, 'rich-text')
    .property('nodes', null)
    .property('space', String)
    .property('userSelect', Boolean)
    .property('selectable', Boolean)
    .property('mode', String)
    .observer('nodes', function (nodes: unknown) {
      const content = Array.isArray(nodes) ? fromObjects(nodes) : fromHtml(String(nodes ?? ''));
      hostOf(this).replaceChildren(...content);
    })
    .registerComponent();
}

const fromObjects = (nodes: NodeObject[]): Node[] =>
  nodes.flatMap(({ type = 'node', name = '', attrs = {}, children = [], text = '' }) => {
    if (type === 'text') return document.createTextNode(decodeEntities(text));
    return create(name, Object.entries(attrs), fromObjects(children));
  });

const fromHtml = (html: string): Node[] =>
  // A document of its own: nothing in it loads or runs.
  trusted(new DOMParser().parseFromString(html, 'text/html').body.childNodes);

const trusted = (nodes: Iterable<Node>): Node[] =>
  [...nodes].flatMap((node) => {
    if (node instanceof Text || node.nodeType === Node.TEXT_NODE) {
      return document.createTextNode(node.textContent ?? '');
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const element = node as Element;
    const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
    return create(element.localName, attributes, trusted(element.childNodes));
  });

/** A tag that it does not trust is left out with all that is in it. */
function create(name: string, attributes: Iterable<readonly [string, unknown]>, children: Node[]): Node[] {
  const tag = name.toLowerCase();
  if (!TAGS.has(tag)) return [];
  const element = document.createElement(tag);
  for (const [attribute, value] of attributes) {
    if (ATTRIBUTES.has(attribute)) element.setAttribute(attribute, String(value));
  }
  element.append(...children);
  return [element];
}
