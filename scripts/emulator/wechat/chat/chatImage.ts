/** Images that a person sends in the chat, by their address or with their bytes. */
import type { ImageInput } from '../../contract';
import { Refusal } from '../../refusal/refusal';
import { imageTypeOf, MAX_IMAGE_BYTES } from '../images';
import type { Media, Medium } from '../media';

const DATA_URL = /^data:[^,]*;base64,/;

/** @throws {Refusal} 400 NOT_AN_IMAGE, 413 IMAGE_TOO_LARGE */
export function keepChatImage(media: Media, input: ImageInput): Medium {
  if ('picUrl' in input) return media.keepUrl(input.picUrl);
  const bytes = Buffer.from(input.data.replace(DATA_URL, ''), 'base64');
  if (imageTypeOf(bytes) === undefined) {
    throw new Refusal(400, 'NOT_AN_IMAGE', 'data: must be a PNG, JPEG or GIF in base64 or as a data: URL');
  }
  if (bytes.length > MAX_IMAGE_BYTES) {
    throw new Refusal(413, 'IMAGE_TOO_LARGE', `an image has at most ${MAX_IMAGE_BYTES} bytes`);
  }
  return media.keepImage(bytes);
}
