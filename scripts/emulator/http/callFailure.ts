/** A failed call of a function as the emulator's HTTP addresses answer it. */
import type { CallFailure } from '../instances/outcome';
import { Refusal } from '../refusal/refusal';

const STATUS: Record<CallFailure['code'], number> = {
  FUNCTION_NOT_FOUND: 404,
  EXCEED_MAX_PAYLOAD_SIZE: 413,
  FUNCTIONS_EXECUTE_FAIL: 500,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: 500,
  RESPONSE_TOO_LARGE: 500,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
};

/** @param requestId of the call, by which the journal has it */
export const refuseFailure = ({ code, message, errCode }: CallFailure, requestId: string): Refusal =>
  new Refusal(STATUS[code], code, message, errCode, requestId);
