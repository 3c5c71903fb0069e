/** Names what a mini-program asks for and this phone does not have. */

/** The value stays undefined, so that code which looks before it calls goes its other way. */
export function reportAbsent<T extends object>(name: string, api: T): T {
  const reported = new Set<string>();
  return new Proxy(api, {
    get(target, property) {
      if (typeof property === 'string' && !(property in target) && !reported.has(property)) {
        reported.add(property);
        console.warn(`${name}.${property} is not on this phone yet`);
      }
      return Reflect.get(target, property);
    },
  });
}
