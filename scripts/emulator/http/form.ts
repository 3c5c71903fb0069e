/** Reads a form (multipart/form-data) out of a body that has arrived whole. */
import { Busboy } from '@fastify/busboy';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal/refusal';

export interface FormPart {
  name: string;
  /** Bytes when the part has a file name, or bytes for its content type; otherwise text. */
  value: string | Buffer;
  contentType: string;
  filename: string | undefined;
}

/** No caller sends more than one file in a form, or a longer text. */
const LIMITS = { files: 1, parts: 50, fieldSize: 64 * 1024, fieldNameSize: 100 };

export const isForm = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith('multipart/form-data') ?? false;

/**
 * The parts in the order in which they stand.
 * @throws {Refusal} 400 INVALID_FORM when it has no boundary or breaks off; 413 FORM_TOO_LARGE beyond {@link LIMITS}
 */
export function readForm({ headers, body }: FastifyRequest): Promise<FormPart[]> {
  return new Promise((resolve, reject) => {
    const parts: FormPart[] = [];
    const refuse = (error: unknown) => reject(new Refusal(400, 'INVALID_FORM', (error as Error).message));
    const tooLarge = (what: string) => reject(new Refusal(413, 'FORM_TOO_LARGE', what));
    try {
      const parser = new Busboy({
        headers: { 'content-type': headers['content-type'] ?? '' },
        limits: LIMITS,
      });
      parser.on('field', (name, value, nameTruncated, valueTruncated, _encoding, contentType) => {
        if (nameTruncated || valueTruncated) {
          return tooLarge(`a field of a form may have ${LIMITS.fieldSize} bytes: ${name}`);
        }
        parts.push({ name, value, contentType, filename: undefined });
      });
      parser.on('file', (name, stream, filename, _encoding, contentType) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('error', refuse);
        stream.on('end', () => parts.push({ name, value: Buffer.concat(chunks), contentType, filename }));
      });
      parser.on('filesLimit', () => tooLarge('a form may have one file'));
      parser.on('partsLimit', () => tooLarge(`a form may have ${LIMITS.parts} parts`));
      parser.on('error', refuse);
      parser.on('finish', () => resolve(parts));
      parser.end(body);
    } catch (error) {
      refuse(error);
    }
  });
}
