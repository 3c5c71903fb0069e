/** Texts with links, built so that no value in them can break or forge the markup. */
import type { MiniProgramLink, TextPart, WebLink } from './message';

/** @returns a part that opens a page of this mini-program */
export function miniProgramLink(link: Omit<MiniProgramLink, 'link'>): MiniProgramLink {
  return { link: 'miniProgram', ...link };
}

/** @returns a part that opens a web page */
export function webLink(link: Omit<WebLink, 'link'>): WebLink {
  return { link: 'web', ...link };
}

/** The parts of a text: text`看看${miniProgramLink({ text: '订单', path: 'pages/order/order' })}吧`. */
export function text(words: TemplateStringsArray, ...values: (TextPart | number)[]): TextPart[] {
  const parts = words.flatMap((word, index) => {
    const value = values[index];
    return value === undefined ? [word] : [word, typeof value === 'number' ? String(value) : value];
  });
  return parts.filter((part) => part !== '');
}

/**
 * The text as WeChat wants it (WeChat's documentation of customerServiceMessage.send).
 *
 * @param appid the mini-program's own: WeChat lets no other be linked
 */
export function markupOf(parts: readonly TextPart[], appid: string): string {
  return parts.map((part) => (typeof part === 'string' ? plain(part) : linkMarkup(part, appid))).join('');
}

function linkMarkup(part: MiniProgramLink | WebLink, appid: string): string {
  const href = part.url === undefined ? '' : ` href="${attribute(part.url)}"`;
  if (part.link === 'web') return `<a${href}>${plain(part.text)}</a>`;
  const page = `data-miniprogram-appid="${attribute(appid)}" data-miniprogram-path="${attribute(part.path)}"`;
  return `<a${href} ${page}>${plain(part.text)}</a>`;
}

/**
 * WeChat documents no way to escape. So a `<` that could begin a tag, here or with the part that follows,
 * becomes its full-width twin; `3 < 5` stays.
 */
function plain(words: string): string {
  return words.replace(/<(?=[a-z/!?]|$)/gi, '＜');
}

/** In an address and in a query these characters are written so anyway; a space or a line end has no place. */
function attribute(value: string): string {
  return value.replace(/["'<>`\s]/g, (character) => encodeURIComponent(character).replace("'", '%27'));
}
