/** customerServiceSend in types, for its callers: `import type` from here. Nothing here runs. */
import type { Allowance } from '../shared/conversation/allowance';
import type { Message, TextPart } from '../shared/conversation/message';

export type { Allowance, Message, TextPart };

export interface Input {
  /** The receiver's openid. */
  to: string;
  message: Message;
}

/** WeChat gives customer-service messages no id. */
export interface Output {
  /** What may still be sent, and until when, as far as is known; WeChat's own count decides. */
  allowance: Allowance;
}
