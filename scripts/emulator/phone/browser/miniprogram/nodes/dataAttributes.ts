/** `data-…` of WXML in the document, where style sheets name it: WeUI's dark look hangs on `data-weui-theme`. */
import { Element } from 'glass-easel';

/** The framework keeps a node's dataset to itself. */
export function writeDataAttributes(): void {
  const { setDataset } = Element.prototype;
  Element.prototype.setDataset = function (name, value) {
    setDataset.call(this, name, value);
    const host: unknown = this.$$;
    if (!(host instanceof HTMLElement) || typeof value === 'object') return;
    const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === undefined) host.removeAttribute(attribute);
    else host.setAttribute(attribute, String(value));
  };
}
