/** Images (WeChat's documentation: api/media/image, api/media/video). */
import { fileAddress, keepTemporaryFile, readFileBytes } from '../files';
import { WxFailure, wxCall } from './call';
import { type ChosenFile, chooseFiles } from './chooseFiles';
import type { WxParts } from './parts';

interface ChooseOptions {
  count?: number;
  mediaType?: string[];
}

const ACCEPT: Record<string, string> = { image: 'image/*', video: 'video/*', mix: 'image/*,video/*' };

export function mediaApi({ host }: WxParts) {
  const choose = async (accept: string, count: number): Promise<ChosenFile[]> => {
    const files = await chooseFiles({ accept, count });
    if (files.length === 0) throw new WxFailure('cancel');
    return files;
  };
  const preview = (addresses: string[], first: number) =>
    host.previewImages(
      addresses.map((address) => fileAddress(address)),
      Math.max(0, first),
    );
  return {
    chooseImage: wxCall('chooseImage', async ({ count = 9 }: ChooseOptions) => {
      const files = await choose('image/*', count);
      return {
        tempFilePaths: files.map(({ path }) => path),
        tempFiles: files.map(({ path, file }) => ({ path, size: file.size })),
      };
    }),
    chooseMedia: wxCall(
      'chooseMedia',
      async ({ count = 9, mediaType = ['image', 'video'] }: ChooseOptions) => {
        const files = await choose(mediaType.map((type) => ACCEPT[type] ?? '').join(','), count);
        const tempFiles = files.map(({ path, file }) => ({
          tempFilePath: path,
          size: file.size,
          fileType: file.type.split('/')[0] ?? 'image',
        }));
        return { tempFiles, type: tempFiles[0]?.fileType ?? 'image' };
      },
    ),
    chooseMessageFile: wxCall('chooseMessageFile', async ({ count = 100 }: ChooseOptions) => ({
      tempFiles: (await choose('', count)).map(({ path, file }) => ({
        path,
        name: file.name,
        size: file.size,
        type: file.type.startsWith('image/') ? 'image' : 'file',
        time: Math.floor(file.lastModified / 1000),
      })),
    })),
    getImageInfo: wxCall('getImageInfo', async ({ src }: { src: string }) => {
      const { width, height } = await load(fileAddress(src));
      return { width, height, path: src, orientation: 'up', type: /\.(\w+)$/.exec(src)?.[1] ?? 'png' };
    }),
    compressImage: wxCall(
      'compressImage',
      async ({ src, quality = 80 }: { src: string; quality?: number }) => {
        const image = await load(fileAddress(src));
        const canvas = Object.assign(document.createElement('canvas'), {
          width: image.width,
          height: image.height,
        });
        canvas.getContext('2d')?.drawImage(image, 0, 0);
        const blob = await new Promise<Blob | null>((done) =>
          canvas.toBlob(done, 'image/jpeg', quality / 100),
        );
        if (blob === null) throw new WxFailure('the image cannot be read');
        return { tempFilePath: keepTemporaryFile(blob) };
      },
    ),
    previewImage: wxCall('previewImage', ({ urls, current }: { urls: string[]; current?: string | number }) =>
      preview(urls, typeof current === 'number' ? current : urls.indexOf(current ?? '')),
    ),
    previewMedia: wxCall(
      'previewMedia',
      ({ sources, current = 0 }: { sources: { url: string }[]; current?: number }) =>
        preview(
          sources.map(({ url }) => url),
          current,
        ),
    ),
    saveImageToPhotosAlbum: wxCall('saveImageToPhotosAlbum', async ({ filePath }: { filePath: string }) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await readFileBytes(filePath));
      link.download = filePath.split('/').at(-1) ?? 'image';
      link.click();
    }),
  };
}

function load(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = () => reject(new WxFailure('image not found'));
    image.src = address;
  });
}
