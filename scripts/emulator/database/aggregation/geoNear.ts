/** The stage `geoNear`: documents with their distance from a point, the nearest first. */
import { Lazy } from 'mingo/lazy';
import { $match } from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { setValue } from 'mingo/util';
import * as v from 'valibot';
import { invalidParam } from '../errors';
import { demandPoint, distanceBetween, isPoint, pointAt } from '../geography';

type Documents = Parameters<typeof $match>[0];
type Fields = Record<string, unknown>;

const fields = v.record(v.string(), v.unknown());

/** Distances in metres: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/aggregate/Aggregate.geoNear.html */
const operands = v.object({
  near: v.unknown(),
  /** The field that the distance is written to. */
  distanceField: v.string(),
  /** The field that holds the point; left out, it is the document's first. */
  key: v.optional(v.string()),
  limit: v.optional(v.number()),
  maxDistance: v.optional(v.number(), Number.POSITIVE_INFINITY),
  minDistance: v.optional(v.number(), 0),
  query: v.optional(fields),
  distanceMultiplier: v.optional(v.number(), 1),
  /** The field that the point is written to. */
  includeLocs: v.optional(v.string()),
});

/** @throws {GatewayError} INVALID_PARAM */
export function $geoNear(documents: Documents, operand: unknown, options: Options): Documents {
  const parsed = v.safeParse(operands, operand);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw invalidParam(`$geoNear: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  const { distanceField, limit, maxDistance, minDistance, query, distanceMultiplier, includeLocs } =
    parsed.output;
  const near = demandPoint(parsed.output.near, '$geoNear');

  const measured = (document: Fields) => {
    const key = parsed.output.key ?? Object.keys(document).find((name) => isPoint(document[name]));
    const place = key === undefined ? undefined : pointAt(document, key, '$geoNear');
    if (key === undefined || place === undefined) return [];
    const distance = distanceBetween(place, near);
    return distance < minDistance || distance > maxDistance ? [] : [{ document, key, distance }];
  };
  const nearestFirst = (found: Fields[]) => {
    const nearest = found.flatMap(measured).sort((a, b) => a.distance - b.distance);
    return Lazy(nearest.slice(0, limit)).map(({ document, key, distance }: (typeof nearest)[number]) => {
      if (includeLocs !== undefined) setValue(document, includeLocs, document[key]);
      setValue(document, distanceField, distance * distanceMultiplier);
      return document;
    });
  };

  const matching = query === undefined ? documents : $match(documents, query, options);
  return matching.transform(nearestFirst);
}
