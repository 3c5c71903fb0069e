/** Why a function refused, in the user's language. */
import type { FunctionError } from './cloud';
import { errorCatalogue } from './errorCatalogue';

export interface ErrorExplanation {
  text: string;
  /** What to do about it; may be empty. */
  hint: string;
}

/** A code that the catalogue does not have is shown with the function's own words, which are a developer's. */
export function explainError({ code, message, hint }: FunctionError): ErrorExplanation {
  const [text, wayOut] = errorCatalogue[code] ?? [
    `没有成功（${code}）`,
    [message, hint].filter(Boolean).join(' '),
  ];
  return { text, hint: wayOut };
}

/** What a code means, in a line. */
export function meaningOf(code: string): string {
  return errorCatalogue[code]?.[0] ?? code;
}
