/** Writes the function's log: one JSON object a line, without secrets. */

type Details = Record<string, unknown>;

export const log = {
  info: (message: string, details: Details = {}) => console.log(lineOf(message, details)),
  error: (message: string, details: Details = {}) => console.error(lineOf(message, details)),
};

const SECRET_FIELD = /token|secret|password|authorization|aeskey/i;
const SECRET_IN_TEXT = /((?:access_token|secret|signature)=)[^&\s"]+/gi;

/** @returns the line; values of fields that are named like a secret, and tokens inside texts, are left out */
export function lineOf(message: string, details: Details): string {
  return JSON.stringify({ message, ...details }, (field, value: unknown) => {
    if (SECRET_FIELD.test(field)) return '[redacted]';
    if (value instanceof Error) return { message: value.message, stack: value.stack };
    return typeof value === 'string' ? value.replace(SECRET_IN_TEXT, '$1[redacted]') : value;
  });
}
