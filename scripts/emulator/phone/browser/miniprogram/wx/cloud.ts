/** `wx.cloud` (WeChat's documentation: wxcloud/reference-sdk-api). */
import { EmulatorError } from '../../emulatorClient';
import { keepTemporaryFile, readFileBytes } from '../files';
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

interface UploadOptions {
  cloudPath: string;
  filePath: string;
}

export function cloudApi({ host, connection: { client } }: WxParts) {
  const { openid } = host;
  return {
    /** There is one environment here, whichever is named. */
    init() {},

    callFunction: wxCall('cloud.callFunction', ({ name, data }: { name: string; data?: unknown }) =>
      orCloudError(async () => {
        const { result, requestID } = await client.call(openid, name, data ?? {});
        return { result, requestID };
      }),
    ),

    uploadFile: wxCall('cloud.uploadFile', ({ cloudPath, filePath }: UploadOptions) =>
      orCloudError(async () => ({
        fileID: await client.uploadFile(openid, cloudPath, await readFileBytes(filePath)),
        statusCode: 204,
      })),
    ),

    downloadFile: wxCall('cloud.downloadFile', ({ fileID }: { fileID: string }) =>
      orCloudError(async () => {
        const [file] = await client.fileUrls(openid, [{ fileID }]);
        if (file === undefined || file.status !== 0)
          throw new WxFailure(file?.errMsg ?? 'no such file', -503003);
        const response = await fetch(new URL(file.tempFileURL, window.location.href));
        return {
          tempFilePath: keepTemporaryFile(await response.blob(), fileID),
          statusCode: response.status,
        };
      }),
    ),

    getTempFileURL: wxCall(
      'cloud.getTempFileURL',
      ({ fileList }: { fileList: (string | { fileID: string; maxAge?: number })[] }) =>
        orCloudError(async () => {
          const named = fileList.map((file) => (typeof file === 'string' ? { fileID: file } : file));
          return { fileList: await client.fileUrls(openid, named) };
        }),
    ),

    deleteFile: wxCall('cloud.deleteFile', ({ fileList }: { fileList: string[] }) =>
      orCloudError(async () => ({ fileList: await client.deleteFiles(openid, fileList) })),
    ),
  };
}

async function orCloudError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error;
    const { errCode = -1, message } = error;
    throw new WxFailure(`Error: errCode: ${errCode} | errMsg: ${message}`, errCode);
  }
}
