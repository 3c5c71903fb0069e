/** Tells objects of fields from the other objects that a document may hold. */

/** An object of fields: not one of BSON's types, a date, a regular expression or an array. */
export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
