/** Whose phones are pictured: the seed's people. */
import seed from '../emulator/seed.json';

const [first] = seed.users;

/** 李雷, a user. */
export const USER = first?.openid ?? '';
/** 韩梅梅, whom the seed makes an operator. */
export const OPERATOR = seed.variables.XINSHI_OPERATOR;
