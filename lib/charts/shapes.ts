/** The shapes in which a chart can be had as an image: as the words need it, for slides, and square. */
export const imageShapes = ['screen', '16:9', '1:1'] as const;
export type ImageShape = (typeof imageShapes)[number];

/** The size of an image of a fixed shape in pixels, before it is scaled; null = as high as its words need. */
export const shapeSizes: Record<ImageShape, { width: number; height: number } | null> = {
  screen: null,
  '16:9': { width: 1600, height: 900 },
  '1:1': { width: 1200, height: 1200 },
};
