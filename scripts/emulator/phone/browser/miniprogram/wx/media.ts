/** Images, films and fonts (WeChat's documentation: api/media/image, api/media/video, api/ui/font). */
import { Element, type GeneralComponent } from 'glass-easel';
import { nodeOf } from '../components/nodes';
import { fileAddress, keepTemporaryFile, readFileBytes } from '../files';
import type { Caller } from '../nodes/selectorQuery';
import { WxFailure, wxCall } from './call';
import { type ChosenFile, chooseFiles } from './chooseFiles';
import { download } from './fileSystem';
import type { WxParts } from './parts';

interface ChooseOptions {
  count?: number;
  mediaType?: string[];
}

const ACCEPT: Record<string, string> = { image: 'image/*', video: 'video/*', mix: 'image/*,video/*' };

/** What wx.getImageInfo calls a picture's format, by the ending of its name. */
const IMAGE_TYPES: Record<string, string> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  gif: 'gif',
  tif: 'tiff',
  tiff: 'tiff',
};

interface FontOptions {
  family: string;
  source: string;
  desc?: FontFaceDescriptors;
}

export function mediaApi({ host, pages }: WxParts) {
  /**
   * By the component's `id`, in the page on top unless it is said where. It is looked for when it is called: a component
   * asks for it before it is drawn.
   */
  const contextOf = (id: string, caller?: Caller) => {
    const owner = caller?._$ ?? (pages.top()?.instance._$ as GeneralComponent | undefined);
    return lateContext(id, () => {
      const found = owner?.getShadowRoot()?.querySelector(`#${id}`);
      return found instanceof Element ? nodeOf(found).context : undefined;
    });
  };
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
      const ending = /\.(\w+)$/.exec(src)?.[1]?.toLowerCase() ?? '';
      return { width, height, path: src, orientation: 'up', type: IMAGE_TYPES[ending] ?? 'unknown' };
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
    saveImageToPhotosAlbum: wxCall('saveImageToPhotosAlbum', ({ filePath }: { filePath: string }) =>
      download(filePath),
    ),
    saveVideoToPhotosAlbum: wxCall('saveVideoToPhotosAlbum', ({ filePath }: { filePath: string }) =>
      download(filePath),
    ),
    chooseVideo: wxCall('chooseVideo', async () => {
      const [video] = await choose('video/*', 1);
      if (video === undefined) throw new WxFailure('cancel');
      return {
        tempFilePath: video.path,
        size: video.file.size,
        ...(await lengthOf(fileAddress(video.path))),
      };
    }),
    getVideoInfo: wxCall('getVideoInfo', async ({ src }: { src: string }) => ({
      ...(await lengthOf(fileAddress(src))),
      orientation: 'up',
      type: /\.(\w+)$/.exec(src)?.[1] ?? 'mp4',
      size: Math.ceil((await readFileBytes(src)).size / 1024),
      fps: 30,
      bitrate: 0,
    })),
    createVideoContext: contextOf,
    createAudioContext: contextOf,
    /** `url("…")` of CSS, or an address. */
    loadFontFace: wxCall('loadFontFace', async ({ family, source, desc = {} }: FontOptions) => {
      const address = /^url\(\s*["']?(.*?)["']?\s*\)$/.exec(source)?.[1] ?? source;
      const font = new FontFace(family, `url(${JSON.stringify(fileAddress(address))})`, desc);
      await font.load().catch(() => {
        throw new WxFailure(`the font cannot be loaded from ${address}`);
      });
      document.fonts.add(font);
      return { status: 'loaded' };
    }),
  };
}

/** Calls what is found when it is called; for a component that is not there nothing happens, as in WeChat. */
function lateContext(id: string, find: () => unknown): object {
  const call =
    (name: string) =>
    (...parameters: unknown[]) => {
      const method = (find() as Record<string, unknown> | undefined)?.[name];
      if (typeof method === 'function') return method(...parameters);
      console.warn(`there is no <video> or <audio> with the id "${id}" that could ${name}`);
      return undefined;
    };
  return new Proxy(
    {},
    { get: (_target, name) => (typeof name === 'symbol' || name === 'then' ? undefined : call(name)) },
  );
}

/** Seconds and pixels of a film. */
function lengthOf(address: string): Promise<{ duration: number; width: number; height: number }> {
  const film = document.createElement('video');
  return new Promise((resolve, reject) => {
    film.onloadedmetadata = () =>
      resolve({ duration: film.duration, width: film.videoWidth, height: film.videoHeight });
    film.onerror = () => reject(new WxFailure('the video cannot be read'));
    film.src = address;
  });
}

function load(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = () => reject(new WxFailure('image not found'));
    image.src = address;
  });
}
