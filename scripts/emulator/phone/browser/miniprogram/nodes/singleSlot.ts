/** Where content goes in a component without `multipleSlots` (WeChat's documentation: custom-component/wxml-wxss). */
import { Element, ShadowRoot } from 'glass-easel';

/** The framework's own, which its types leave out; package.json pins its version. */
interface SlotsOfRoot {
  _$singleSlot?: Element | null;
  _$subtreeSlotStart: SlotInTree | null;
  _$applySlotsInsertion(...change: unknown[]): void;
  _$applySlotsRemoval(start: unknown, end: unknown, move: boolean): void;
}

interface SlotInTree {
  value: Element & { _$slotName: string };
  next: SlotInTree | null;
}

interface Reassigning {
  _$insertChildReassignSlot(root: unknown, child: null, from: unknown, to: unknown): void;
}

/**
 * WeChat's older framework, which draws pages outside of Skyline, passes over named slots; this one takes the first slot,
 * whatever its name. TDesign's tabs have `<slot name="middle"/>` before the one of their panels.
 */
export function passOverNamedSlots(): void {
  const root = ShadowRoot.prototype as unknown as SlotsOfRoot;
  const { _$applySlotsInsertion: insertion, _$applySlotsRemoval: removal } = root;
  root._$applySlotsInsertion = function (...change) {
    if (this._$singleSlot === undefined) insertion.apply(this, change);
    else chooseSlot(this);
  };
  root._$applySlotsRemoval = function (start, end, move) {
    if (this._$singleSlot === undefined) removal.call(this, start, end, move);
    else if (!move) chooseSlot(this);
  };
}

function chooseSlot(root: SlotsOfRoot): void {
  let slot = root._$subtreeSlotStart;
  while (slot !== null && slot.value._$slotName !== '') slot = slot.next;
  const from = root._$singleSlot;
  const to = slot?.value ?? null;
  if (from === to) return;
  root._$singleSlot = to;
  (Element as unknown as Reassigning)._$insertChildReassignSlot(root, null, from, to);
}
