import { imageTypeOf } from '../../../../cloudfunctions/shared/conversation/imageType';

describe('the type of a picture', () => {
  it.each([
    ['89504e470d0a1a0a0000', 'image/png'],
    ['ffd8ffe000104a464946', 'image/jpeg'],
    ['474946383761', 'image/gif'],
    ['474946383961', 'image/gif'],
  ])('is told by how it begins: %s', (hex, contentType) => {
    expect(imageTypeOf(Buffer.from(hex, 'hex'))?.contentType).toBe(contentType);
  });

  it.each([
    ['nothing', ''],
    ['the beginning of a PNG', '89504e47'],
    ['a WebP', '52494646000000005745425056503820'],
    ['a page', '3c68746d6c3e'],
  ])('is none for %s', (_what, hex) => {
    expect(imageTypeOf(Buffer.from(hex, 'hex'))).toBeUndefined();
  });
});
