/** The collections of customer service. */
import { type Collection, collection } from '../platform/database';
import type { Expiring } from '../platform/expiry';
import type { CachedMedia } from './cachedMedia';
import type { Conversation, ThreadMessage } from './conversation';

export const conversations: Collection<Conversation> = collection('xinshi_conversations');
export const messages: Collection<ThreadMessage> = collection('xinshi_messages');
export const cachedMedia: Collection<CachedMedia> = collection('xinshi_media');

/** For cleanUp. */
export const expiringConversationCollections: Collection<Expiring>[] = [conversations, messages, cachedMedia];
