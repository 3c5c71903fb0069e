/** The way that the functions' calls take to WeChat. */
import { callOpenapi } from '../platform/openapi';
import { cloudCallTransport } from '../wechat/cloudCall';
import type { Transport } from '../wechat/transport';

export const wechat: Transport = cloudCallTransport(callOpenapi);
