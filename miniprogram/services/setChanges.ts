/** Draws what has changed alone: a page that asks again and again mostly hears what it shows already. */

interface Drawn<Data> {
  data: Data;
  setData(change: Record<string, unknown>): void;
}

/**
 * What setData is given goes to another thread and is drawn, equal or not (WeChat's documentation:
 * framework/performance/tips/runtime_setData).
 *
 * @param wanted a list of the same length is set item by item
 */
export function setChanges<Data extends object>(page: Drawn<Data>, wanted: Partial<Data>): void {
  const changes: Record<string, unknown> = {};
  const compare = (path: string, value: unknown, shown: unknown) => {
    if (JSON.stringify(value) !== JSON.stringify(shown)) changes[path] = value;
  };
  for (const [name, value] of Object.entries(wanted)) {
    const shown: unknown = page.data[name as keyof Data];
    if (Array.isArray(value) && Array.isArray(shown) && value.length === shown.length) {
      value.forEach((item, index) => {
        compare(`${name}[${index}]`, item, shown[index]);
      });
    } else {
      compare(name, value, shown);
    }
  }
  if (Object.keys(changes).length > 0) page.setData(changes);
}
