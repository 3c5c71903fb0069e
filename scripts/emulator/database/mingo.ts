/** How mingo, which carries MongoDB's language, is used here. */
import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import type { Options } from 'mingo/types';
import { COMPARISONS, EXTREMES } from './aggregation/comparisons';
import { DATES } from './aggregation/dates';
import { STAGES } from './aggregation/stages';
import { TEXT_AND_ARRAYS } from './aggregation/text';
import { GEOGRAPHY } from './geography';
import { QUERY_OPERATORS } from './queryOperators';

const { $where, ...safeQueries } = queries;
const { $function, ...safeExpressions } = expressions;
const { $accumulator, ...safeAccumulators } = accumulators;
const { $out, $merge, ...readingStages } = stages;

/** Nothing that runs code, nothing that writes, and our own where mingo and MongoDB differ. */
export const MINGO: Partial<Options> = {
  scriptEnabled: false,
  context: Context.init({
    query: { ...safeQueries, ...QUERY_OPERATORS, ...GEOGRAPHY },
    projection: projections,
    expression: { ...safeExpressions, ...COMPARISONS, ...DATES, ...TEXT_AND_ARRAYS },
    accumulator: { ...safeAccumulators, ...EXTREMES },
    pipeline: { ...readingStages, ...STAGES },
  }),
};

/** What a document must fit, in MongoDB's query language. */
export type Condition = Record<string, unknown>;
