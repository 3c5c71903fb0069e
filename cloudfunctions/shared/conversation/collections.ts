/** The collections of customer service. */
import { type Collection, collection, type Document } from '../platform/database';
import type { CachedMedia } from './cachedMedia';
import type { Conversation, ThreadMessage } from './conversation';

export const conversations: Collection<Conversation> = collection('xinshi_conversations');
export const messages: Collection<ThreadMessage> = collection('xinshi_messages');
export const cachedMedia: Collection<CachedMedia> = collection('xinshi_media');

/** What every document of these has. */
interface Expiring extends Document {
  /** From when on it may be removed, in milliseconds since 1970. */
  expiresAt: number;
}

/** For cleanUp: `remove({ expiresAt: command.lt(now) })` in each. */
export const expiringConversationCollections: Collection<Expiring>[] = [conversations, messages, cachedMedia];
