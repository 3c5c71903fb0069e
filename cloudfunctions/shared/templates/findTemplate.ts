/** From what a caller calls a template, a registry name or WeChat's id, to the template. */
import { registry, type TemplateName } from './registry';
import type { Template } from './template';
import { TemplateError } from './templateError';

export interface FoundTemplate {
  tmplId: string;
  /** What the registry says; absent for an id that is not in it. */
  registered?: { name: TemplateName; template: Template };
  /** How the data's fields are named: by meaning when the template was named so, else by WeChat's keys. */
  fieldsBy: 'meaning' | 'key';
}

/** The shape of WeChat's template ids: `hD-ixGOhYmUfjOnI8MCzQMPshzGVeux_2vzyvQu7O68`. */
const TEMPLATE_ID = /^[\w-]{43}$/;

/**
 * @param reference a name of the registry, or a template id as WeChat gives it, in the registry or not
 * @throws TemplateError UNKNOWN_TEMPLATE when it is neither
 */
export function findTemplate(reference: string): FoundTemplate {
  for (const [name, template] of registeredTemplates()) {
    if (name === reference) {
      return { tmplId: template.tmplId, registered: { name, template }, fieldsBy: 'meaning' };
    }
    if (template.tmplId === reference) {
      return { tmplId: template.tmplId, registered: { name, template }, fieldsBy: 'key' };
    }
  }
  if (TEMPLATE_ID.test(reference)) return { tmplId: reference, fieldsBy: 'key' };
  throw new TemplateError(
    'UNKNOWN_TEMPLATE',
    `there is no template ${reference}`,
    `Name one of ${Object.keys(registry).join(', ')}, or give WeChat’s template id (43 characters).`,
  );
}

/** Every template of the registry under its name, in the registry's order. */
export function registeredTemplates(): [TemplateName, Template][] {
  return Object.entries(registry) as [TemplateName, Template][];
}
