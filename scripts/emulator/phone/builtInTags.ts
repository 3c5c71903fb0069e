/**
 * The tags of WeChat's built-in components (WeChat's documentation: component). In the document they begin with
 * `wx-`, as in WeChat itself, so that none is taken for one of HTML's; style sheets are compiled to match.
 */
const BUILT_IN_TAGS = [
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
  'icon',
  'image',
  'input',
  'keyboard-accessory',
  'label',
  'live-player',
  'live-pusher',
  'map',
  'match-media',
  'movable-area',
  'movable-view',
  'navigation-bar',
  'navigator',
  'official-account',
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
  'share-element',
  'slider',
  'swiper',
  'swiper-item',
  'switch',
  'text',
  'textarea',
  'video',
  'view',
  'web-view',
] as const;

const TAGS: ReadonlySet<string> = new Set(BUILT_IN_TAGS);

/** What a tag of WXML is called in the browser's document. */
export const documentTag = (tag: string): string => (TAGS.has(tag) ? `wx-${tag}` : tag);
