/**
 * The public library (公共模板库) that a mini-program composes its templates from. WeChat's has thousands of titles;
 * this small one is the emulator's own, with ids in WeChat's shape.
 */
import type { TemplateType } from '../../contract';
import library from './library.json';

export interface Category {
  id: number;
  name: string;
}

export interface LibraryTemplate {
  tid: number;
  title: string;
  type: TemplateType;
  categoryId: number;
  keywords: Keyword[];
}

export interface Keyword {
  kid: number;
  /** The field's label. */
  name: string;
  example: string;
  /** The letters of the field's key: `thing`. The kid follows them: `thing4`. */
  rule: string;
  /** For `enum_string`. */
  enumValues?: string[];
}

/** The categories (服务类目) of the mini-program. */
export const CATEGORIES: readonly Category[] = library.categories;

export const LIBRARY: readonly LibraryTemplate[] = library.templates.map((template) => ({
  ...template,
  type: template.type === 2 ? 2 : 3,
}));
