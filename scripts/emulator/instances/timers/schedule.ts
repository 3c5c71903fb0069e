/** When a timer is due: CloudBase's cron expressions of seven fields, in its time zone. */
import { Cron } from 'croner';

/** 触发器规则的时区为 UTC+8: https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/functions/triggers.html */
const UTC_OFFSET_MINUTES = 8 * 60;

/** 有七个必需字段; 通配符 , - * / (the same page). */
const SEVEN_FIELDS = /^(?:[\dA-Za-z*,/-]+\s+){6}[\d*,/-]+$/;

export interface Schedule {
  /** The first due time after this one; undefined when there is none any more. */
  next(after: number): number | undefined;
  /** The due times after `from`, up to and including `until`, in order: the last `limit` of them. */
  between(from: number, until: number, limit: number): number[];
}

/** @throws Error that says what is wrong with the expression */
export function parseSchedule(expression: string): Schedule {
  const trimmed = expression.trim();
  if (!SEVEN_FIELDS.test(trimmed)) {
    throw new Error(
      `${JSON.stringify(expression)} is not a cron expression of seven fields: second minute hour day month weekday year`,
    );
  }
  const cron = new Cron(trimmed, {
    paused: true,
    mode: '7-part',
    utcOffset: UTC_OFFSET_MINUTES,
    // 1/10: from 1 on, every 10.
    sloppyRanges: true,
    // “日”和“星期”字段同时指定值时，两者为“或”关系
    domAndDow: false,
  });
  const next = (after: number) => cron.nextRun(new Date(after))?.getTime();
  return {
    next,
    between(from, until, limit) {
      const times: number[] = [];
      for (let due = next(from); due !== undefined && due <= until; due = next(due)) {
        times.push(due);
        if (times.length > limit) return lastBefore(cron, until, limit);
      }
      return times;
    },
  };
}

/** The last times up to `until`: from there backwards, so that it takes as long as they are many. */
const lastBefore = (cron: Cron, until: number, limit: number): number[] =>
  cron
    // What is due exactly then counts: croner looks before the time that it is given.
    .previousRuns(limit + 1, new Date(until + 1_000))
    .map((due) => due.getTime())
    .filter((due) => due <= until)
    .slice(0, limit)
    .reverse();
