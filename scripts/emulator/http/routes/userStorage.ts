/** `/emulator/users/:openid/storage`: cloud storage as a mini-program uses it, `wx.cloud.uploadFile` and its like. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { CloudFileStatus, CloudFileUrl, UploadTicket } from '../../contract';
import { GatewayError } from '../../gateway/gatewayError';
import { parse } from '../../refusal/parse';
import { Refusal } from '../../refusal/refusal';
import type { FileStorage } from '../../storage/storage';

/** Seconds: 有效期不填默认一天 (WeChat's documentation: wxcloud/reference-sdk-api/storage/Cloud.getTempFileURL). */
const DEFAULT_MAX_AGE = 86_400;
/** fileList 最多 50 个 (the same). */
const MAX_FILES = 50;
const NONEXISTENT = -503_003;

const FileId = v.pipe(v.string(), v.maxLength(1_000));
const Upload = v.strictObject({ cloudPath: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000)) });
const Urls = v.strictObject({
  fileList: v.pipe(
    v.array(
      v.object({
        fileID: FileId,
        maxAge: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), DEFAULT_MAX_AGE),
      }),
    ),
    v.maxLength(MAX_FILES),
  ),
});
const Delete = v.strictObject({ fileList: v.pipe(v.array(FileId), v.maxLength(MAX_FILES)) });

interface Found {
  fileID: string;
  code: string;
  message?: string;
  tempFileURL?: string;
}

export function registerUserStorage(app: FastifyInstance, storage: FileStorage): void {
  app.post('/emulator/users/:openid/storage/upload', (request): UploadTicket => {
    const { cloudPath } = parse(Upload, request.body);
    const { fileId, url } = handle<{ fileId: string; url: string }>(storage, 'storage.getUploadMetadata', {
      path: cloudPath,
    });
    return { fileID: fileId, url };
  });

  app.post('/emulator/users/:openid/storage/urls', (request): CloudFileUrl[] => {
    const { fileList } = parse(Urls, request.body);
    const { download_list } = handle<{ download_list: Found[] }>(storage, 'storage.batchGetDownloadUrl', {
      file_list: fileList.map(({ fileID, maxAge }) => ({ fileid: fileID, max_age: maxAge })),
    });
    return download_list.map((found, index) => ({
      ...statusOf(found),
      tempFileURL: found.tempFileURL ?? '',
      maxAge: fileList[index]?.maxAge ?? DEFAULT_MAX_AGE,
    }));
  });

  app.post('/emulator/users/:openid/storage/delete', (request): CloudFileStatus[] => {
    const { fileList } = parse(Delete, request.body);
    const { delete_list } = handle<{ delete_list: Found[] }>(storage, 'storage.batchDeleteFile', {
      fileid_list: fileList,
    });
    return delete_list.map(statusOf);
  });
}

/** Asks as the SDK does through the gateway. */
function handle<T>(storage: FileStorage, action: string, fields: Record<string, unknown>): T {
  try {
    return storage.handle(action, fields)['data'] as T;
  } catch (error) {
    if (error instanceof GatewayError) throw new Refusal(400, error.code, error.message);
    throw error;
  }
}

const statusOf = ({ fileID, code, message = '' }: Found): CloudFileStatus =>
  code === 'SUCCESS'
    ? { fileID, status: 0, errMsg: 'ok' }
    : { fileID, status: NONEXISTENT, errMsg: message || 'storage file not exists' };
