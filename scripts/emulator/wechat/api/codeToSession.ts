/** code2Session (WeChat's documentation: OpenApiDoc/user-login/code2Session): who a code of `wx.login` is of. */
import * as v from 'valibot';
import type { Logins } from '../logins';
import type { MiniProgramKeeper } from '../miniProgram';
import type { Users } from '../users';
import { plainAnswer } from './answer';
import type { Api } from './api';
import { readArguments } from './arguments';
import { CredentialSchema, checkCredential } from './credential';

export interface CodeToSessionParts {
  logins: Logins;
  users: Users;
  miniProgram: MiniProgramKeeper;
  appid: () => string;
}

const Schema = v.object({ ...CredentialSchema.entries, js_code: v.fallback(v.string(), '') });

export function createCodeToSession(parts: CodeToSessionParts): Api {
  return (args) => {
    const request = readArguments(Schema, args);
    checkCredential(parts, request, 'authorization_code');
    const { openid, sessionKey } = parts.logins.session(request.js_code);
    const { unionid } = parts.users.require(openid);
    return plainAnswer({ session_key: sessionKey, openid, ...(unionid !== undefined && { unionid }) });
  };
}
