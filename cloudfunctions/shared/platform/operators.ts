/** Who the operators are: those who may message others, see every send, and answer customers. */
import { type Collection, collection } from './database';
import { settings } from './settings';

/**
 * The collection `xinshi_operators`: one document for each operator, written by hand in the console. One that a
 * user wrote makes nobody an operator (database.ts).
 */
export interface Operator {
  /** The operator's openid. */
  _id: string;
  /** Who it is, for people who read the collection. */
  note?: string;
}

const operators: Collection<Operator> = collection('xinshi_operators');

/** An operator is named in the environment variable XINSHI_OPERATOR (the first one) or in the collection. */
export async function isOperator(openid: string): Promise<boolean> {
  if (openid === settings.operator) return true;
  return (await operators.get(openid)) !== undefined;
}
