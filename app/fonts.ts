import localFont from 'next/font/local';

/**
 * The letters of the screen. They are asked for with the page; where they come too late for the first paint the
 * device's own letters stay until the next page, so that nothing moves once it is drawn.
 */
const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'optional',
  adjustFontFallback: 'Arial',
  variable: '--inter',
});

/** The letters of headings. */
const sourceSerif = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
  variable: '--source-serif',
});

/** Classes for the root of the page, under which `--inter` and `--source-serif` name the letters. */
export const fontClasses = `${inter.variable} ${sourceSerif.variable}`;
