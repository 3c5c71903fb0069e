/**
 * Codes that this project's functions never let through, and those of other projects may: what they mean. The
 * catalogue of the functions' own errors does not have them, or says what to do where there is no console.
 * Numbers and texts: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/errcode.html,
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
 */

export interface ErrorWords {
  meaning: string;
  cause: string;
  remedy: string;
}

const COLLECTION_MISSING: ErrorWords = {
  meaning: '数据库里没有这个集合',
  cause: '和云上一样，集合要先建好，才能读写。',
  remedy: '在「数据库」页新建它，或者让云函数先调用 createCollection。',
};

const REQUEST_FAILED: ErrorWords = {
  meaning: '数据库请求失败',
  cause: '条件或更新写得不对，_id 重复，或者事务冲突；后面的文字说是哪一种。',
  remedy: '按后面的文字改正。',
};

const PERMISSION_DENIED: ErrorWords = {
  meaning: '没有数据库权限',
  cause: '集合的权限不让小程序端的这个用户做这件事。',
  remedy: '改由云函数来做，或者在「数据库」页改集合的权限。',
};

const PAYLOAD_TOO_LARGE: ErrorWords = {
  meaning: '调用的参数太大',
  cause: '一次调用的事件最多 6 MB。',
  remedy: '大的内容先放进云存储，只传 fileID。',
};

const RESPONSE_TOO_LARGE: ErrorWords = {
  meaning: '返回值太大',
  cause: '小程序端最多收 1 MB。',
  remedy: '分页返回，或者放进云存储，只返回 fileID。',
};

export const cloudErrors: Record<string, ErrorWords> = {
  FUNCTION_FAILED: {
    meaning: '云函数执行出错',
    cause: '函数抛出了异常，或者进程退出了。',
    remedy: '看下面的日志。出错之前做的事可能已经做了。',
  },
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: {
    meaning: '云函数内存不足',
    cause: '用的内存超过了 cloudbaserc.json 里的 memorySize。',
    remedy: '少放一些在内存里，或者调大 memorySize。',
  },
  EXCEED_MAX_PAYLOAD_SIZE: PAYLOAD_TOO_LARGE,
  '-504001': PAYLOAD_TOO_LARGE,
  RESPONSE_TOO_LARGE,
  '-604001': RESPONSE_TOO_LARGE,
  DATABASE_REQUEST_FAILED: REQUEST_FAILED,
  '-502001': REQUEST_FAILED,
  DATABASE_PERMISSION_DENIED: PERMISSION_DENIED,
  '-502003': PERMISSION_DENIED,
  DATABASE_COLLECTION_NOT_EXIST: COLLECTION_MISSING,
  '-502005': COLLECTION_MISSING,
  '-501007': {
    meaning: '参数不对',
    cause: '云开发不认识某个参数，或它的类型不对。',
    remedy: '按后面的文字改正。',
  },
  '40029': {
    meaning: 'code 无效',
    cause: 'js_code 有误，或者已经过期。',
    remedy: '重新调用 wx.login。',
  },
  '40163': {
    meaning: 'code 已被使用',
    cause: '一个 code 只能用一次。',
    remedy: '重新调用 wx.login。',
  },
  '41008': {
    meaning: '缺少 code',
    cause: '请求里没有 js_code。',
    remedy: '带上 wx.login 得到的 code。',
  },
};
