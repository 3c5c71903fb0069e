/** Bytes to text and back, by the encodings of WeChat's files (WeChat's documentation: api/file/FileSystemManager.readFile). */

/** One letter a byte. */
const lettersOf = (bytes: Uint8Array) => {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return letters;
};
const bytesOf = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0) & 0xff);

interface Encoding {
  decode(bytes: Uint8Array): string;
  encode(text: string): Uint8Array;
}

const UTF8: Encoding = {
  decode: (bytes) => new TextDecoder().decode(bytes),
  encode: (text) => new TextEncoder().encode(text),
};
const LETTERS: Encoding = { decode: lettersOf, encode: bytesOf };
const UTF16: Encoding = {
  decode: (bytes) => new TextDecoder('utf-16le').decode(bytes),
  encode: (text) =>
    Uint8Array.from([...Array(text.length * 2).keys()], (index) =>
      index % 2 === 0 ? text.charCodeAt(index / 2) & 0xff : text.charCodeAt((index - 1) / 2) >> 8,
    ),
};

const ENCODINGS: Record<string, Encoding> = {
  utf8: UTF8,
  'utf-8': UTF8,
  ascii: LETTERS,
  binary: LETTERS,
  latin1: LETTERS,
  base64: { decode: (bytes) => btoa(lettersOf(bytes)), encode: (text) => bytesOf(atob(text)) },
  hex: {
    decode: (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    encode: (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  },
  ucs2: UTF16,
  'ucs-2': UTF16,
  utf16le: UTF16,
  'utf-16le': UTF16,
};

/** @returns the bytes themselves without an encoding, as WeChat does */
export const decode = (bytes: Uint8Array, encoding: string | undefined): string | ArrayBuffer =>
  encoding === undefined ? bytes.slice().buffer : encodingOf(encoding).decode(bytes);

/** @param data text in `encoding`, by default UTF-8; bytes are taken as they are */
export const encode = (data: string | ArrayBuffer, encoding = 'utf8'): Uint8Array =>
  typeof data === 'string' ? encodingOf(encoding).encode(data) : new Uint8Array(data);

function encodingOf(name: string): Encoding {
  const encoding = ENCODINGS[name.toLowerCase()];
  if (encoding === undefined) throw new Error(`invalid encoding "${name}"`);
  return encoding;
}
