/** Extended JSON as an object of MongoDB's shell, which parseShellObject reads back as it was. */

/** @param indent of the line that it begins on, in spaces */
export function printShell(value: unknown, indent = 0): string {
  if (Array.isArray(value))
    return printItems(
      '[',
      ']',
      value.map((item) => printShell(item, indent + 2)),
      indent,
    );
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const typed = printTyped(value);
  if (typed !== undefined) return typed;
  const members = Object.entries(value).map(
    ([name, field]) => `${printName(name)}: ${printShell(field, indent + 2)}`,
  );
  return printItems('{', '}', members, indent);
}

/** On one line when it is short. */
function printItems(open: string, close: string, items: string[], indent: number): string {
  if (items.length === 0) return `${open}${close}`;
  const pad = open === '{' ? ' ' : '';
  const line = `${open}${pad}${items.join(', ')}${pad}${close}`;
  if (indent > 0 && line.length <= 60 && !line.includes('\n')) return line;
  const inner = ' '.repeat(indent + 2);
  return `${open}\n${items.map((item) => `${inner}${item}`).join(',\n')}\n${' '.repeat(indent)}${close}`;
}

function printTyped(value: object): string | undefined {
  const entries = Object.entries(value);
  const [name, content] = entries[0] ?? [];
  if (entries.length !== 1 || typeof content !== 'string') return undefined;
  switch (name) {
    case '$date':
      return `ISODate(${JSON.stringify(content)})`;
    case '$numberLong':
      return `NumberLong(${JSON.stringify(content)})`;
    case '$oid':
      return `ObjectId(${JSON.stringify(content)})`;
    default:
      return undefined;
  }
}

const printName = (name: string) => (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : JSON.stringify(name));
