/** Cloud storage (WeChat's documentation: wxcloud/reference-sdk-api/storage). */
import type { EmulatorClient } from '../../../emulatorClient';
import { keepTemporaryFile, readFileBytes } from '../../files';
import { WxFailure, wxCall } from '../call';
import { orCloudError } from './refusal';
import { transfer, withTask } from './transfer';

interface UploadOptions {
  cloudPath: string;
  filePath: string;
}

export function cloudFiles(client: EmulatorClient, openid: string) {
  return {
    uploadFile: withTask('cloud.uploadFile', ({ cloudPath, filePath }: UploadOptions, task) =>
      orCloudError(async () => {
        const bytes = await readFileBytes(filePath);
        const { fileID, url } = await client.uploadTicket(openid, cloudPath);
        const { status } = await transfer(task, 'PUT', url, bytes);
        if (status !== 204) throw new WxFailure(`the storage answered ${status}`, { errCode: -503001 });
        return { fileID, statusCode: status };
      }),
    ),

    downloadFile: withTask('cloud.downloadFile', ({ fileID }: { fileID: string }, task) =>
      orCloudError(async () => {
        const [file] = await client.fileUrls(openid, [{ fileID }]);
        if (file === undefined || file.status !== 0)
          throw new WxFailure(file?.errMsg ?? 'no such file', { errCode: -503003 });
        const { status, body } = await transfer(task, 'GET', file.tempFileURL);
        return { tempFilePath: keepTemporaryFile(body, fileID), statusCode: status };
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
