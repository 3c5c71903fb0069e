/** The database's refusals, with CloudBase's own codes and texts. */
import { GatewayError } from '../gateway/gatewayError';

const CONTACT = 'contact us.';
const IF_UNSOLVED = `Please check your request, but if the problem cannot be solved, ${CONTACT}`;
const IF_PERSISTS = `Please check your request, but if the problem persists, ${CONTACT}`;

/** Text observed by developers: https://github.com/nslogx/Gitter/issues/39 */
export const collectionMissing = () =>
  new GatewayError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist. ${IF_UNSOLVED}`,
  );

/** Code and text as developers' own handling of createCollection names them; the SDK has no errCode for it. */
export const collectionExists = () =>
  new GatewayError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist. ${IF_PERSISTS}`,
  );

/** MongoDB's text as CloudBase's back end wraps it, observed by developers in `_id_` conflicts. */
export const duplicateId = (collection: string, id: string) =>
  requestFailed(
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ` +
      `tnt-emulator.${collection} index: _id_ dup key: { : ${id} }}]}, {<nil>}]`,
  );

/** What MongoDB refuses while it writes, in CloudBase's wrapping. */
export const writeRefused = (reason: string) =>
  requestFailed(`[FailedOperation] multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`);

/** CloudBase's general database error: https://docs.cloudbase.net/error-code/basic */
export const requestFailed = (message: string) => new GatewayError('DATABASE_REQUEST_FAILED', message);

/**
 * What a collection's permission keeps from a user; text observed by developers:
 * developers.weixin.qq.com/community/personal/oCJUsw1Db9tTyQ8PywMCPwYsNNs0/question
 */
export const permissionDenied = () => new GatewayError('DATABASE_PERMISSION_DENIED', 'Permission denied');

/** A user sets `_openid`; observed as `errCode: -501007 invalid parameters | errMsg: Invalid Key Name: _openid`. */
export const ownerNamed = () => invalidParam('Invalid Key Name: _openid');

/** An operator that CloudBase does not know, or that this emulator does not carry. */
export const operatorUnsupported = (message: string) =>
  new GatewayError('DATABASE_INVALID_OPERRATOR', message);

export const invalidParam = (message: string) => new GatewayError('INVALID_PARAM', message);

/** Text of the SDK's own documentation: https://github.com/TencentCloudBase/node-sdk */
export const transactionConflict = () =>
  new GatewayError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${IF_PERSISTS}`,
  );

/** https://docs.cloudbase.net/error-code/DATABASE_TRANSACTION_FAIL */
export const transactionMissing = () =>
  new GatewayError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${IF_PERSISTS}`,
  );
