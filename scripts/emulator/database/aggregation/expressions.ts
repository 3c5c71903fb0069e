/** Calling mingo's expressions, and what those that stand in for mingo's own have in common. */
import { evalExpr } from 'mingo/core';
import type { AnyObject, Options } from 'mingo/types';

/** An expression such as `{ $size: '$tags' }`: from a document and its operand to a value. */
export type Expression = (document: AnyObject, operand: unknown, options: Options) => unknown;

/** An operator of one operand, which MongoDB also takes as an array of one. */
export const unary =
  (calculate: (value: unknown) => unknown): Expression =>
  (document, operand, options) =>
    calculate(evalExpr(document, only(operand), options));

/** An operator of several operands. */
export const variadic =
  (calculate: (values: unknown[]) => unknown): Expression =>
  (document, operand, options) => {
    const values = evalExpr(document, operand, options);
    return calculate(Array.isArray(values) ? values : [values]);
  };

export const only = (operand: unknown): unknown =>
  Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;

export const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;
