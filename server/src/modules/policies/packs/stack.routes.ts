import { rulesOf, textsOf } from '@yizhuan/law'
import { z } from 'zod'
import type { App } from '../../../platform/module.ts'
import { notFound } from '../../../platform/problem.ts'
import { provinces } from '../../institutions/index.ts'
import { isDraft } from '../library/norm.ts'
import { allCalendars, allPacks, lawOf, revisionsOf, stackOf, taxTables } from './packs.ts'
import { RulesWire, StackPageWire, TextsWire } from './stack.wire.ts'

const tags = ['law']
const access = 'signedIn' as const
/** A pack with those it stands on; or, after a `=`, exactly these packs, joined by `+`. */
const Params = z.strictObject({ id: z.string().max(240) })

/** The law as a browser takes it, to judge by without asking the server again. */
export function stackRoutes(app: App): void {
  app.get(
    '/law/stacks',
    { config: { access }, schema: { tags, response: { 200: StackPageWire } } },
    async () => ({
      items: allPacks().map((pack) => ({
        id: pack.id,
        packs: [...stackOf(pack.id)],
        title: pack.title,
        place: provinces[pack.jurisdiction] ?? { zh: '全国', en: 'The nation' },
        jurisdiction: pack.jurisdiction,
        revision: pack.revision,
        revisions: [...revisionsOf(pack.id)],
        isDraft: isDraft(pack),
        isExternal: pack.sources.every(({ verified }) => verified === false),
        hasMoney: pack.money !== undefined,
      })),
      taxTables: taxTables().map((table) => ({
        ...table,
        bands: table.bands.map((band) => ({ ...band })),
      })),
    }),
  )

  app.get(
    '/law/stacks/:id/rules',
    { config: { access }, schema: { tags, params: Params, response: { 200: RulesWire } } },
    async (request) => ({ ...rulesOf(packsOf(request.params.id), allCalendars()) }),
  )

  app.get(
    '/law/stacks/:id/texts',
    {
      config: { access },
      schema: {
        tags,
        params: Params,
        querystring: z.strictObject({ lang: z.enum(['zh', 'en']) }),
        response: { 200: TextsWire },
      },
    },
    async (request) => {
      const texts = textsOf(packsOf(request.params.id), request.query.lang)
      return { ...texts, texts: [...texts.texts] }
    },
  )
}

function packsOf(id: string) {
  const isThere = (one: string) => allPacks().some((pack) => pack.id === one)
  const exactly = id.startsWith('=') ? id.slice(1).split('+') : undefined
  if (exactly?.every(isThere)) return lawOf(exactly).packs
  if (isThere(id)) return lawOf(stackOf(id)).packs
  throw notFound({ zh: '没有这个规则包。', en: 'There is no such pack.' })
}
