/** Components of the Skyline renderer that are boxes in a web page too (WeChat's documentation: component/skyline). */
import type { ComponentSpace } from 'glass-easel';
import { builtIn, hostOf } from './element';

const BOXES = [
  'list-view',
  'sticky-section',
  'sticky-header',
  'nested-scroll-header',
  'nested-scroll-body',
  'open-container',
  'share-element',
  'snapshot',
  'selection',
  'keyboard-accessory',
];

/** What they recognise is not told; what lies in them is touched as if they were not there. */
const GESTURE_HANDLERS = [
  'tap-gesture-handler',
  'double-tap-gesture-handler',
  'long-press-gesture-handler',
  'force-press-gesture-handler',
  'pan-gesture-handler',
  'scale-gesture-handler',
  'horizontal-drag-gesture-handler',
  'vertical-drag-gesture-handler',
];

export function defineSkyline(space: ComponentSpace) {
  const boxes = [...BOXES, ...GESTURE_HANDLERS].map((tag) => [tag, builtIn(space, tag).registerComponent()]);
  return {
    ...Object.fromEntries(boxes),
    span: builtIn(space, 'span').registerComponent(),
    'grid-view': defineGridView(space),
  };
}

/** (WeChat's documentation: component/grid-view). */
function defineGridView(space: ComponentSpace) {
  return builtIn(space, 'grid-view')
    .property('type', { type: String, value: 'aligned' })
    .property('crossAxisCount', { type: Number, value: 2 })
    .property('crossAxisGap', Number)
    .property('mainAxisGap', Number)
    .property('padding', Array)
    .observer(
      ['type', 'crossAxisCount', 'crossAxisGap', 'mainAxisGap'],
      function (type, count, across, along) {
        const { style } = hostOf(this);
        if (type === 'masonry') style.columns = String(count);
        else style.gridTemplateColumns = `repeat(${count}, 1fr)`;
        style.gap = `${along}px ${across}px`;
      },
    )
    .lifetime('attached', function () {
      hostOf(this).dataset['type'] = this.data.type;
    })
    .registerComponent();
}
