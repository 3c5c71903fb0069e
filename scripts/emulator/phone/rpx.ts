/** rpx: every screen is 750 wide (WeChat's documentation: framework/view/wxss). */
const SCREEN_WIDTH_RPX = 750;

/** Two are a pixel on the narrowest phone. */
const HAIRLINE_RPX = 2;

/**
 * Makes viewport widths of the rpx in a style: a page is as wide as its viewport, so 750rpx are 100vw. As in what
 * WeChat's compiler makes (its transformRPX), what is not nothing is at least a pixel: a browser may draw none of a line
 * of 1rpx.
 */
export function rpxToViewport(style: string): string {
  return style.replace(/(?<![\w#.-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, (_, written: string) => {
    const rpx = Number(written);
    const width = `${Number(((rpx * 100) / SCREEN_WIDTH_RPX).toFixed(5))}vw`;
    if (rpx === 0 || Math.abs(rpx) >= HAIRLINE_RPX) return width;
    return rpx > 0 ? `max(1px, ${width})` : `min(-1px, ${width})`;
  });
}
