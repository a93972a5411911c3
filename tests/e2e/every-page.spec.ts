import { expect, expectAccessible, pages, test } from './support';

/** Each theme and each language is seen on every page. */
const looks = [
  { theme: 'light', lang: 'en' },
  { theme: 'dark', lang: 'zh' },
];

for (const path of pages) {
  for (const { theme, lang } of looks) {
    test(`${path} is accessible (${theme}, ${lang})`, async ({ page, context, baseURL }) => {
      await context.addCookies([
        { name: 'theme', value: theme, url: baseURL ?? '' },
        { name: 'lang', value: lang, url: baseURL ?? '' },
      ]);
      await page.goto(path, { waitUntil: 'networkidle' });
      await expectAccessible(page);
    });
  }

  test(`${path} fits a phone and a small screen`, async ({ page }) => {
    // Loaded once, on the phone; what measures itself has four frames to follow the larger screen.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path, { waitUntil: 'networkidle' });
    for (const width of [390, 1024]) {
      await page.setViewportSize({ width, height: 844 });
      const sideways = await page.evaluate(async () => {
        for (let frame = 0; frame < 4; frame++)
          await new Promise((resolve) => requestAnimationFrame(() => resolve(null)));
        return document.documentElement.scrollWidth - window.innerWidth;
      });
      expect(sideways, `scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
    }
  });
}

for (const path of pages) {
  test(`${path} fits a window of 320 px in both languages, as a page magnified four times does`, async ({
    page,
    context,
    baseURL,
  }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    for (const lang of ['en', 'zh']) {
      await context.addCookies([{ name: 'lang', value: lang, url: baseURL ?? '' }]);
      await page.goto(path, { waitUntil: 'networkidle' });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `scrolls sideways in ${lang}`).toBeLessThanOrEqual(320);
      // Pages of the navigation are not to be scrolled to either.
      const links = page.locator('header nav a');
      for (const box of await Promise.all((await links.all()).map((link) => link.boundingBox())))
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    }
  });
}

test('every page sends the headers that keep other sites out', async ({ request }) => {
  for (const path of [...pages, '/incidents.csv', '/charts/over-time.svg']) {
    const { headers } = await request.get(path).then((response) => ({ headers: response.headers() }));
    const csp = headers['content-security-policy'] ?? '';
    expect(csp, path).toMatch(/object-src 'none'|default-src 'none'/);
    // An SVG opened by itself carries its style inside; a page may hold none that is not named.
    if (!path.endsWith('.svg')) expect(csp, path).not.toContain('unsafe');
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
});
