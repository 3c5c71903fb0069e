/**
 * Template management, in the API group `subscribeMessage`.
 *
 * wx-server-sdk turns `kidList` into `kid_list` unless `convertCase` is false, and WeChat's examples of cloud calls
 * use both, so both spellings are taken. Over HTTPS the numbers of a query are texts.
 */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Template } from '../../contract';
import { CATEGORIES, LIBRARY, type LibraryTemplate } from '../templates/library';
import type { Templates } from '../templates/templates';
import { success } from './answer';
import type { Api } from './api';
import { readArguments } from './arguments';
import { ApiError, WECHAT_ERRORS } from './errors';

export interface MessageTemplateParts {
  templates: Templates;
}

/** Limits: WeChat's documentation of addTemplate and getPubTemplateTitleList. */
const MAX_TEMPLATES = 25;
const MIN_KEYWORDS = 2;
const MAX_KEYWORDS = 5;
const MAX_SCENE_LENGTH = 15;
const MAX_TITLES = 30;

/** A number, or its digits; -1, which no API takes, for anything else. */
const Whole = v.fallback(
  v.pipe(v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))]), v.integer()),
  -1,
);
const Text = v.fallback(v.string(), '');
const KeywordIds = v.fallback(v.array(v.number()), []);
const Tid = v.fallback(v.union([v.number(), v.string()]), '');

const AddSchema = v.object({
  tid: Tid,
  kidList: v.optional(KeywordIds),
  kid_list: v.optional(KeywordIds),
  sceneDesc: v.optional(v.unknown()),
  scene_desc: v.optional(v.unknown()),
});
const DeleteSchema = v.object({ priTmplId: v.optional(Text), pri_tmpl_id: v.optional(Text) });
const TitlesSchema = v.object({ ids: Text, start: Whole, limit: Whole });
const KeywordsSchema = v.object({ tid: Tid });

export function createMessageTemplateApis({ templates }: MessageTemplateParts) {
  const getTemplateList: Api = () => success({ data: templates.list().map(describe) });

  const addTemplate: Api = (args) => {
    const request = readArguments(AddSchema, args);
    const source = libraryTemplate(request.tid);
    const fields = fieldsOf(source, request.kidList ?? request.kid_list ?? []);
    const scene = request.sceneDesc ?? request.scene_desc ?? '';
    if (typeof scene !== 'string' || [...scene].length > MAX_SCENE_LENGTH) {
      throw new ApiError(WECHAT_ERRORS.invalidScene);
    }
    const present = templates.list();
    if (present.length >= MAX_TEMPLATES) throw new ApiError(WECHAT_ERRORS.tooManyTemplates);
    const added = {
      tmplId: randomBytes(32).toString('base64url'),
      title: source.title,
      type: source.type,
      fields,
    };
    templates.replace([...present, added]);
    return success({ priTmplId: added.tmplId });
  };

  /** WeChat's documentation names no code for an id that there is not: 40037 is that of sending with one. */
  const deleteTemplate: Api = (args) => {
    const { priTmplId, pri_tmpl_id } = readArguments(DeleteSchema, args);
    const tmplId = priTmplId ?? pri_tmpl_id ?? '';
    if (templates.find(tmplId) === undefined) throw new ApiError(WECHAT_ERRORS.invalidTemplateId);
    templates.replace(templates.list().filter((template) => template.tmplId !== tmplId));
    return success();
  };

  const getCategory: Api = () => success({ data: CATEGORIES });

  const getPubTemplateTitleList: Api = (args) => {
    const { ids, start, limit } = readArguments(TitlesSchema, args);
    const categories = categoriesOf(ids);
    if (start < 0) throw new ApiError(WECHAT_ERRORS.invalidStart);
    if (limit < 0 || limit > MAX_TITLES) throw new ApiError(WECHAT_ERRORS.invalidLimit);
    const titles = LIBRARY.filter(({ categoryId }) => categories.has(categoryId));
    return success({
      count: titles.length,
      data: titles.slice(start, start + limit).map(({ tid, title, type, categoryId }) => {
        return { tid, title, type, categoryId: String(categoryId) };
      }),
    });
  };

  const getPubTemplateKeyWordsById: Api = (args) => {
    const { keywords } = libraryTemplate(readArguments(KeywordsSchema, args).tid);
    const data = keywords.map(({ kid, name, example, rule }) => ({ kid, name, example, rule }));
    return success({ count: data.length, data });
  };

  return {
    getTemplateList,
    addTemplate,
    deleteTemplate,
    getCategory,
    getPubTemplateTitleList,
    getPubTemplateKeyWordsById,
  };
}

/** @throws {ApiError} 200014 */
function libraryTemplate(tid: string | number): LibraryTemplate {
  if (tid === '') throw new ApiError(WECHAT_ERRORS.libraryTemplateMissing);
  const found = LIBRARY.find((template) => String(template.tid) === String(tid));
  if (found === undefined) throw new ApiError(WECHAT_ERRORS.libraryTemplateUnknown);
  return found;
}

/**
 * The fields in the order of the keyword ids; a field's key is its rule and its kid.
 * @throws {ApiError} 200020
 */
function fieldsOf({ keywords }: LibraryTemplate, kids: number[]): Template['fields'] {
  const chosen = kids.map((kid) => keywords.find((keyword) => keyword.kid === kid));
  const known = chosen.filter((keyword) => keyword !== undefined);
  const right = known.length === kids.length && new Set(kids).size === kids.length;
  if (!right || kids.length < MIN_KEYWORDS || kids.length > MAX_KEYWORDS) {
    throw new ApiError(WECHAT_ERRORS.invalidKeywords);
  }
  return known.map(({ kid, name, example, rule, enumValues }) => ({
    key: `${rule}${kid}`,
    label: name,
    example,
    ...(enumValues && { enumValues }),
  }));
}

/** @throws {ApiError} 200018, 200019 */
function categoriesOf(ids: string): Set<number> {
  if (ids === '') throw new ApiError(WECHAT_ERRORS.categoriesMissing);
  const categories = new Set(ids.split(',').map(Number));
  const known = CATEGORIES.map(({ id }) => id);
  for (const id of categories) {
    if (!known.includes(id)) throw new ApiError(WECHAT_ERRORS.categoriesInvalid);
  }
  return categories;
}

/** One entry of getTemplateList, as WeChat's documentation shows it. */
function describe({ tmplId, title, type, fields }: Template): object {
  const keywordEnumValueList = fields.flatMap(({ key, enumValues }) =>
    enumValues === undefined ? [] : [{ enumValueList: enumValues, keywordCode: `${key}.DATA` }],
  );
  return {
    priTmplId: tmplId,
    title,
    content: fields.map(({ key, label }) => `${label}:{{${key}.DATA}}\n`).join(''),
    example: fields.map(({ label, example }) => `${label}:${example}\n`).join(''),
    type,
    ...(keywordEnumValueList.length > 0 && { keywordEnumValueList }),
  };
}
