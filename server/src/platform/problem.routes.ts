import { z } from 'zod'
import type { App } from './module.ts'
import type { ProblemPage, ProblemPages } from './problem.refusals.ts'
import { notFound } from './problem.ts'

/** Serves a public page for every code: what `type` of a problem leads to. */
export function problemRoutes(app: App, pages: ProblemPages): void {
  const config = { access: 'public' } as const
  const html = { hide: true, response: { 200: z.string() } }
  app.get('/problems', { config, schema: html }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .serializer(String)
      .send(frame('问题说明 · Problems', listOf(pages))),
  )
  app.get(
    '/problems/:code',
    { config, schema: { ...html, params: z.object({ code: z.string().max(80) }) } },
    async (request, reply) => {
      const { code } = request.params
      const page = Object.hasOwn(pages, code) ? pages[code] : undefined
      if (!page) throw notFound()
      const body = frame(`${page.title.zh} · ${page.title.en}`, articleOf(code, page))
      return reply.type('text/html; charset=utf-8').serializer(String).send(body)
    },
  )
}

/** All pages together. @throws when two modules mean different things by one code. */
export function joinPages(tables: readonly ProblemPages[]): ProblemPages {
  const joined: Record<string, ProblemPage> = {}
  for (const [code, page] of tables.flatMap((table) => Object.entries(table))) {
    if (joined[code]) throw new Error(`Two problems have the code ${code}.`)
    joined[code] = page
  }
  return joined
}

function articleOf(
  code: string,
  { status, title, meaning, todo, facts = {} }: ProblemPage,
): string {
  const say = (lang: 'zh' | 'en', does: string, names: string) => `
<section lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<h1>${escaped(title[lang])}</h1>
<p>${escaped(meaning[lang])}</p>
<h2>${does}</h2>
<p>${escaped(todo[lang])}</p>
${factsOf(facts, lang, names)}</section>`
  return `<p class="code"><code>${escaped(code)}</code> HTTP ${status}</p>${say('zh', '怎么办', '附带的值')}${say('en', 'What to do', 'Values that come with it')}
<p><a href="/problems">全部问题 · All problems</a></p>`
}

function factsOf(
  facts: NonNullable<ProblemPage['facts']>,
  lang: 'zh' | 'en',
  name: string,
): string {
  const lines = Object.entries(facts).map(
    ([fact, meaning]) => `<dt><code>${escaped(fact)}</code></dt><dd>${escaped(meaning[lang])}</dd>`,
  )
  return lines.length === 0 ? '' : `<h2>${name}</h2><dl>${lines.join('')}</dl>`
}

function listOf(pages: ProblemPages): string {
  const lines = Object.entries(pages)
    .toSorted(([a, one], [b, other]) => one.status - other.status || (a < b ? -1 : 1))
    .map(
      ([code, { status, title }]) =>
        `<tr><td>${status}</td><td><a href="/problems/${code}"><code>${escaped(code)}</code></a></td><td>${escaped(title.zh)}</td><td lang="en">${escaped(title.en)}</td></tr>`,
    )
  return `<h1>问题说明</h1>
<p>系统拒绝一项操作时，会说明原因（RFC 9457）。下面是全部原因。</p>
<p lang="en">Whenever something is refused, the answer says why (RFC 9457). These are all the reasons.</p>
<table><tbody>${lines.join('\n')}</tbody></table>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A page that needs no script, in the colours of the application. */
function frame(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · 医转</title>
<style>
body { margin: 0; background: #f6f4ee; color: #1d2a2e; font: 16px/1.7 system-ui, "Noto Sans SC", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 24px 16px 64px; }
header { max-width: 46rem; margin: 0 auto; padding: 16px 16px 0; }
a { color: #0f5b66; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 8px; }
h2 { font-size: 1rem; margin: 20px 0 4px; }
p { margin: 0 0 8px; }
section { background: #fffefb; border: 1px solid #e0dbce; border-radius: 6px; padding: 20px; margin: 16px 0; }
code { font-family: ui-monospace, monospace; font-size: 0.92em; overflow-wrap: anywhere; }
.code { color: #556368; }
dt { margin-top: 4px; } dd { margin: 0 0 4px; color: #556368; }
table { width: 100%; border-collapse: collapse; background: #fffefb; }
td { border: 1px solid #e0dbce; padding: 6px 10px; vertical-align: top; }
@media (max-width: 600px) { td:nth-child(4) { display: none; } }
</style>
</head>
<body>
<header><a href="/">医转 Yizhuan</a></header>
<main>${body}</main>
</body>
</html>
`
}
