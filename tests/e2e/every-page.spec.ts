import { expect, expectAccessible, pages, test } from './support';

const themes = ['light', 'dark'] as const;

for (const path of pages) {
  test(`${path} is accessible in both themes and both languages, and fits a phone`, async ({
    page,
    context,
    baseURL,
  }) => {
    for (const theme of themes) {
      for (const lang of ['en', 'zh']) {
        await context.addCookies([
          { name: 'theme', value: theme, url: baseURL ?? '' },
          { name: 'lang', value: lang, url: baseURL ?? '' },
        ]);
        await page.goto(path, { waitUntil: 'networkidle' });
        await expectAccessible(page);
      }
    }
    for (const width of [390, 1024]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(path, { waitUntil: 'networkidle' });
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways, `scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
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
