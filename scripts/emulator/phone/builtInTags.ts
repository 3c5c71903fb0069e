/**
 * The tags of WeChat's built-in components (WeChat's documentation: component). In the document they begin with
 * `wx-`, as in WeChat itself, so that none is taken for one of HTML's; style sheets are compiled to match.
 */
const BUILT_IN_TAGS = [
  'ad',
  'ad-custom',
  'audio',
  'button',
  'camera',
  'canvas',
  'checkbox',
  'checkbox-group',
  'cover-image',
  'cover-view',
  'editor',
  'form',
  'functional-page-navigator',
  'grid-view',
  'icon',
  'image',
  'input',
  'keyboard-accessory',
  'label',
  'list-view',
  'live-player',
  'live-pusher',
  'map',
  'match-media',
  'movable-area',
  'movable-view',
  'navigation-bar',
  'navigator',
  'official-account',
  'nested-scroll-body',
  'nested-scroll-header',
  'open-container',
  'open-data',
  'page-container',
  'page-meta',
  'picker',
  'picker-view',
  'picker-view-column',
  'progress',
  'radio',
  'radio-group',
  'rich-text',
  'root-portal',
  'scroll-view',
  'selection',
  'share-element',
  'slider',
  'snapshot',
  'span',
  'sticky-header',
  'sticky-section',
  'swiper',
  'swiper-item',
  'switch',
  'text',
  'textarea',
  'video',
  'view',
  'web-view',
] as const;

/** A mini-program may give its own components these names, of which a browser draws nothing, or not what lies within. */
const NOT_DRAWN_AS_HTML = `
  area base col colgroup datalist dialog details frame frameset head iframe link meta noscript object option param
  script select source style summary template title track`
  .trim()
  .split(/\s+/);

const TAGS: ReadonlySet<string> = new Set([...BUILT_IN_TAGS, ...NOT_DRAWN_AS_HTML]);

/** What a tag of WXML is called in the browser's document. */
export const documentTag = (tag: string): string => (TAGS.has(tag) ? `wx-${tag}` : tag);
