/** The openids that an operator typed or pasted. */

/** As many as one call of subscribeSend takes. */
export const MOST_RECIPIENTS = 100;

/** One a line, or with spaces, commas or semicolons between; each once. */
export function recipientsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,，;；、]+/).filter((openid) => openid !== ''))];
}
