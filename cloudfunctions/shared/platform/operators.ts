/** Who the operators are: those who may message others, see every send, and answer customers. */
import { type Collection, collection } from './database';
import { settings } from './settings';

/** The collection `xinshi_operators`: one document for each operator, written by hand in the console. */
export interface Operator {
  /** The operator's openid. */
  _id: string;
  /**
   * Whoever wrote the document from a mini-program: WeChat puts it there, and nobody can leave it out or change
   * it (WeChat's documentation: wxcloud/guide/database/permission). The console and cloud functions write none.
   * A collection that a function made lets every user add documents (observed:
   * developers.weixin.qq.com/community/develop/doc/0002aa68828dc842feb7cd09156400), so such a document makes
   * nobody an operator.
   */
  _openid?: string;
  /** Who it is, for people who read the collection. */
  note?: string;
}

const operators: Collection<Operator> = collection('xinshi_operators');

/** An operator is named in the environment variable XINSHI_OPERATOR (the first one) or in the collection. */
export async function isOperator(openid: string): Promise<boolean> {
  if (openid === settings.operator) return true;
  const operator = await operators.get(openid);
  return operator !== undefined && operator._openid === undefined;
}
