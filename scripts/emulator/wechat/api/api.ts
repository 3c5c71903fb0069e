/** The shape of one API of WeChat's. */
import type { ApiAnswer } from './answer';
import type { ApiArguments } from './arguments';

/**
 * Answers a call.
 * @throws {ApiError} which the caller gets as WeChat's JSON
 */
export type Api = (args: ApiArguments) => ApiAnswer;
