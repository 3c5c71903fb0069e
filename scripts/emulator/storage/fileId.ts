/** The names of files in cloud storage: cloud paths, and the ids that the cloud gives them. */
import { GatewayError } from '../gateway/gatewayError';

export interface FileIds {
  /** `cloud://<env>.<bucket>/<path>` */
  idOf(cloudPath: string): string;
  /** The cloud path; undefined when this is no id of a file in this environment. */
  pathOf(fileId: string): string | undefined;
}

/** @param envId the bucket of an environment is named after it: `6c6f-local-xinshi-1250000000` */
export function createFileIds(envId: string): FileIds {
  const prefix = `cloud://${envId}.${bucketOf(envId)}/`;
  return {
    idOf: (cloudPath) => prefix + cloudPath,
    pathOf: (fileId) => (fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined),
  };
}

/** As real ids have it: the first two characters in hexadecimal, the environment, the account's number. */
const bucketOf = (envId: string) =>
  `${Buffer.from(envId.slice(0, 2)).toString('hex')}-${envId}-${ACCOUNT_NUMBER}`;

const ACCOUNT_NUMBER = 1250000000;

/** 编码长度最大为 850 个字节 */
const MAX_PATH_BYTES = 850;

/** ASCII 控制字符: 0 to 31 and 127. */
const isControl = (character: string) => character < ' ' || character === '\x7f';

/**
 * The rules of file names: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/storage/naming.html
 * A path is a name and nothing more: `..` has no meaning in it.
 * @throws {GatewayError} INVALID_PARAM with the rule that is broken
 */
export function checkCloudPath(path: string): void {
  const broken = brokenRule(path);
  if (broken !== undefined) throw new GatewayError('INVALID_PARAM', `cloudPath ${broken}`);
}

function brokenRule(path: string): string | undefined {
  if (path === '') return 'must not be empty';
  if (path.startsWith('/')) return 'must not begin with /';
  if (path.includes('//')) return 'must not contain //';
  if ([...path].some(isControl)) return 'must not contain control characters';
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `must not exceed ${MAX_PATH_BYTES} bytes`;
  return undefined;
}
