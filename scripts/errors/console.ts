/** scripts/emulator/console/browser/timeline/errorCatalogue.json: of the catalogue, what the console says of an error. */
import { chapters } from '../../cloudfunctions/shared/errors/catalogue';

/** As JSON: the Chinese words by code, and the code by WeChat's, CloudBase's or the client's number. */
export function consoleCatalogue(): string {
  const entries = chapters.flatMap((chapter) => chapter.entries);
  const words = Object.fromEntries(entries.map(({ code, zh }) => [code, zh]));
  const codes = Object.fromEntries(
    entries.flatMap(({ code, numbers }) => numbers.map((number) => [number, code])),
  );
  return `${JSON.stringify({ words, codes }, undefined, 2)}\n`;
}
