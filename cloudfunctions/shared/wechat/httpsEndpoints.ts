/**
 * Where each API is over HTTPS, and how it takes its arguments (WeChat's documentation of each; `doc` =
 * developers.weixin.qq.com/miniprogram/dev/OpenApiDoc).
 */
import type { Gives } from './httpsAnswer';
import type { Api } from './transport';

export interface Endpoint {
  method: 'GET' | 'POST';
  path: string;
  /** `json`: all in the body. `query`: all in the address. `upload`: files in a form, the rest in the address. */
  takes: 'json' | 'query' | 'upload';
  gives: Gives;
}

export const endpoints: Readonly<Record<Api, Endpoint>> = {
  // doc/mp-message-management/subscribe-message/sendMessage.html
  'subscribeMessage.send': {
    method: 'POST',
    path: '/cgi-bin/message/subscribe/send',
    takes: 'json',
    gives: 'errcode',
  },
  // doc/mp-message-management/uniform-message/sendUniformMessage.html
  'uniformMessage.send': {
    method: 'POST',
    path: '/cgi-bin/message/wxopen/template/uniform_send',
    takes: 'json',
    gives: 'errcode',
  },
  // doc/kf-mgnt/kf-message/sendCustomMessage.html
  'customerServiceMessage.send': {
    method: 'POST',
    path: '/cgi-bin/message/custom/send',
    takes: 'json',
    gives: 'errcode',
  },
  // doc/kf-mgnt/kf-message/setTyping.html; the older /cgi-bin/message/custom/typing is the official accounts'
  'customerServiceMessage.setTyping': {
    method: 'POST',
    path: '/cgi-bin/message/custom/business/typing',
    takes: 'json',
    gives: 'errcode',
  },
  // doc/kf-mgnt/kf-message/uploadTempMedia.html
  'customerServiceMessage.uploadTempMedia': {
    method: 'POST',
    path: '/cgi-bin/media/upload',
    takes: 'upload',
    gives: 'fields',
  },
  // doc/kf-mgnt/kf-message/getTempMedia.html
  'customerServiceMessage.getTempMedia': {
    method: 'GET',
    path: '/cgi-bin/media/get',
    takes: 'query',
    gives: 'file',
  },
};
