/**
 * What a tag of WXML is called in the browser's document. It begins with `wx-`, as in WeChat itself, so that neither a
 * built-in component nor an `<h2>`, a `<div>` or a component called `<template>` is taken for HTML's own; style sheets
 * are compiled to match. The names of HTML have no `-`: a mini-program's `<t-button>` stays what it is.
 */
export const documentTag = (tag: string): string =>
  tag !== 'page' && (!tag.includes('-') || BUILT_IN.has(tag)) ? `wx-${tag}` : tag;

/** WeChat's built-in components whose names have a `-` (WeChat's documentation: component). */
const BUILT_IN: ReadonlySet<string> = new Set([
  'ad-custom',
  'checkbox-group',
  'cover-image',
  'cover-view',
  'functional-page-navigator',
  'grid-view',
  'keyboard-accessory',
  'list-view',
  'live-player',
  'live-pusher',
  'match-media',
  'movable-area',
  'movable-view',
  'navigation-bar',
  'nested-scroll-body',
  'nested-scroll-header',
  'official-account',
  'open-container',
  'open-data',
  'page-container',
  'page-meta',
  'picker-view',
  'picker-view-column',
  'radio-group',
  'rich-text',
  'root-portal',
  'scroll-view',
  'share-element',
  'sticky-header',
  'sticky-section',
  'swiper-item',
  'web-view',
]);
