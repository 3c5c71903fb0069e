/** Cloud storage: what the SDK's uploadFile, downloadFile, getTempFileURL and deleteFile deal with. */
import { type Fields, take } from '../gateway/fields';
import { GatewayError } from '../gateway/gatewayError';
import type { Clock } from '../state/clock';
import type { Store } from '../state/store';
import { checkCloudPath, createFileIds } from './fileId';
import { createFiles, keyOf, type StoredFile } from './files';
import { BatchDeleteFile, BatchGetDownloadUrl, GetUploadMetadata } from './requests';
import { createSigner, type Deed, type Signature } from './signature';

export interface FileStorage {
  /**
   * Answers one of the gateway's storage actions.
   * @throws {GatewayError} INVALID_PARAM
   */
  handle(action: string, fields: Fields): Fields;
  /** Takes the bytes for the address that getUploadMetadata gave. */
  upload(cloudPath: string, signature: Signature, bytes: Buffer): 'done' | 'expired' | 'forged';
  /** The file behind a temporary address. */
  open(key: string, signature: Signature): StoredFile | 'expired' | 'forged' | 'missing';
  /** The file with this id, for the phone; undefined when there is none. */
  read(fileId: string): StoredFile | undefined;
}

export interface FileStorageParts {
  store: Store;
  clock: Clock;
  envId: string;
  /** Of the emulator: `http://127.0.0.1:9527`. */
  baseUrl(): string;
}

/** An upload is made at once; the cloud's ticket lives longer than any call. */
const UPLOAD_TICKET_SECONDS = 900;

/** What the cloud gives instead of an address; the SDK turns it into -503003 STORAGE_FILE_NONEXIST. */
const NONEXISTENT = { code: 'STORAGE_FILE_NONEXIST', message: 'storage file not exists' };

export function createFileStorage({ store, clock, envId, baseUrl }: FileStorageParts): FileStorage {
  const ids = createFileIds(envId);
  const files = createFiles(store);
  const signer = createSigner(store, clock);

  /** The key of a file that is there. */
  const find = (fileId: string): string | undefined => {
    const cloudPath = ids.pathOf(fileId);
    if (cloudPath === undefined) return undefined;
    const key = keyOf(cloudPath);
    return files.has(key) ? key : undefined;
  };
  const signedUrl = (path: string, deed: Deed, subject: string, seconds: number, more = {}) => {
    const query = new URLSearchParams({ ...more, ...signer.sign(deed, subject, seconds) });
    return `${baseUrl()}${path}?${query}`;
  };

  function getUploadMetadata(path: string): Fields {
    checkCloudPath(path);
    const fileId = ids.idOf(path);
    return {
      url: signedUrl('/storage', 'put', path, UPLOAD_TICKET_SECONDS, { path }),
      // What follows is for COS, which checks it; here the address is the ticket.
      token: 'emulator',
      authorization: 'emulator',
      fileId,
      cosFileId: keyOf(path),
    };
  }

  function downloadUrl(fileid: string, maxAge: number): Fields {
    const key = find(fileid);
    if (key === undefined) return { fileid, fileID: fileid, tempFileURL: '', maxAge, ...NONEXISTENT };
    // The name at the end is for those who read the address; SDKs encode it once more.
    const name = (fileid.split('/').at(-1) ?? '').replace(/[^A-Za-z0-9._-]/g, '_');
    const tempFileURL = signedUrl(`/storage/${key}/${name}`, 'get', key, maxAge);
    return { fileid, fileID: fileid, code: 'SUCCESS', tempFileURL, maxAge };
  }

  function deleteFile(fileid: string): Fields {
    const key = find(fileid);
    if (key === undefined) return { fileID: fileid, ...NONEXISTENT };
    files.remove(key);
    return { fileID: fileid, code: 'SUCCESS' };
  }

  return {
    handle(action, fields) {
      switch (action) {
        case 'storage.getUploadMetadata':
          return { data: getUploadMetadata(take(GetUploadMetadata, fields).path) };
        case 'storage.batchGetDownloadUrl': {
          const { file_list } = take(BatchGetDownloadUrl, fields);
          return {
            data: { download_list: file_list.map(({ fileid, max_age }) => downloadUrl(fileid, max_age)) },
          };
        }
        case 'storage.batchDeleteFile':
          return { data: { delete_list: take(BatchDeleteFile, fields).fileid_list.map(deleteFile) } };
        default:
          throw new GatewayError('INVALID_PARAM', `The emulator has no action ${action}`);
      }
    },
    upload(cloudPath, signature, bytes) {
      const judgement = signer.judge('put', cloudPath, signature);
      if (judgement !== 'valid') return judgement;
      files.put(cloudPath, bytes);
      return 'done';
    },
    open(key, signature) {
      const judgement = signer.judge('get', key, signature);
      return judgement === 'valid' ? (files.get(key) ?? 'missing') : judgement;
    },
    read(fileId) {
      const key = find(fileId);
      return key === undefined ? undefined : files.get(key);
    },
  };
}
