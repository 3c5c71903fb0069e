/** The entities that WeChat decodes: in a `<text decode>`, and in the text nodes of `<rich-text>`. */

const ENTITIES = new Map(
  Object.entries({
    nbsp: '\u00a0',
    ensp: '\u2002',
    emsp: '\u2003',
    lt: '<',
    gt: '>',
    amp: '&',
    apos: "'",
    quot: '"',
  }),
);

/** (WeChat's documentation: component/text, component/rich-text). */
export const decodeEntities = (text: string): string =>
  text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES.get(name) ?? entity);
