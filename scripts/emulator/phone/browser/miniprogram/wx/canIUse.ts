/** `wx.canIUse` (WeChat's documentation: api/base/wx.canIUse): what this phone has. */
import { builtInProperties } from '../components/components';

/**
 * @param schema `${API}.${method}.${param}.${option}` or `${component}.${attribute}.${option}`; parameters and options
 *   of an API that is here are taken to be there too
 */
export function canIUse(api: Record<string, unknown>, schema: string): boolean {
  const [name = '', ...rest] = schema.split('.');
  if (Object.hasOwn(api, name)) {
    const value = api[name];
    const [member] = rest;
    if (typeof value !== 'object' || value === null || member === undefined) return true;
    return Object.hasOwn(value, member);
  }
  const properties = builtInProperties(name);
  if (properties === undefined) return false;
  const [attribute] = rest;
  if (attribute === undefined) return true;
  return attribute.startsWith('bind') || properties.includes(camelCase(attribute));
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
