/** What the functions can fail with before WeChat is asked, or instead of its answer, by code. */
import { imageTooLarge } from './wechatCustomerService';
import { callOutcomes, refusals } from './xinshi';

export const failures = {
  INVALID_INPUT: refusals.invalidInput,
  NOT_ALLOWED: refusals.notAllowed,
  RATE_LIMITED: refusals.rateLimited,
  NOT_SENT: refusals.notSent,
  INVALID_SETTING: refusals.invalidSetting,
  APPID_UNKNOWN: refusals.appidUnknown,
  NOT_AN_IMAGE: refusals.notAnImage,
  IMAGE_TOO_LARGE: imageTooLarge,
  FILE_NOT_FOUND: refusals.fileNotFound,
  UNKNOWN_CONVERSATION: refusals.unknownConversation,
  CONVERSATION_TAKEN: refusals.conversationTaken,
  INTERNAL: refusals.internal,
  SEND_OUTCOME_UNKNOWN: callOutcomes.sendOutcomeUnknown,
};
