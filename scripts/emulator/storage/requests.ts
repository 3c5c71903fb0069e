/** The bodies that @cloudbase/node-sdk 3.17.2 posts for cloud storage (dist/storage), one schema an action. */
import * as v from 'valibot';

/** 一次最多 50 个: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage/Cloud.getTempFileURL.html */
const MAX_FILES = 50;

/** 文件链接有效期，单位秒，默认为一天: the same page. */
const DEFAULT_MAX_AGE_SECONDS = 86_400;

const fileId = v.string();

export const GetUploadMetadata = v.object({ path: v.string() });

export const BatchGetDownloadUrl = v.object({
  file_list: v.pipe(
    v.array(
      v.object({
        fileid: fileId,
        /** Seconds. */
        max_age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), DEFAULT_MAX_AGE_SECONDS),
      }),
    ),
    v.maxLength(MAX_FILES, `at most ${MAX_FILES} files`),
  ),
});

export const BatchDeleteFile = v.object({
  fileid_list: v.pipe(v.array(fileId), v.maxLength(MAX_FILES, `at most ${MAX_FILES} files`)),
});
