/** The database's refusals as the emulator's HTTP addresses answer them. */
import { GatewayError } from '../gateway/gatewayError';
import { Refusal } from '../refusal/refusal';

const STATUS: Record<string, number> = {
  DATABASE_PERMISSION_DENIED: 403,
  DATABASE_COLLECTION_NOT_EXIST: 404,
  DATABASE_COLLECTION_ALREADY_EXIST: 409,
};

/** WeChat's numbers for CloudBase's codes, as wx-server-sdk 4.0.2 has them (TCB_ERR_CODE). */
const ERR_CODES: Record<string, number> = {
  SYS_ERR: -501001,
  SERVER_TIMEOUT: -501002,
  EXCEED_REQUEST_LIMIT: -501003,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  INVALID_PARAM: -501007,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_INVALID_OPERRATOR: -502002,
  DATABASE_PERMISSION_DENIED: -502003,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
};

/** @throws {Refusal} with CloudBase's own code and WeChat's number for it */
export function answered<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asRefusal(error);
  }
}

/** A refusal in place of a GatewayError; anything else as it is. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof GatewayError)) return error;
  return new Refusal(STATUS[error.code] ?? 400, error.code, error.message, ERR_CODES[error.code]);
}
