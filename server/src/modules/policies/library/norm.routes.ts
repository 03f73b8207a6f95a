import { z } from 'zod'
import type { App } from '../../../platform/module.ts'
import { notFound } from '../../../platform/problem.ts'
import { allPacks, casesOf, lawOf } from '../packs/packs.ts'
import { toNormView } from './norm.ts'
import { NormViewWire } from './norm.wire.ts'

/** `GET /policies/norms/:id`: a norm in words, with its numbers, readings, examples and kin. */
export function normRoutes(app: App): void {
  app.get(
    '/policies/norms/:id',
    {
      config: { access: 'signedIn' },
      schema: {
        tags: ['policies'],
        params: z.strictObject({ id: z.string().max(80) }),
        response: { 200: NormViewWire },
      },
    },
    async (request) => {
      const all = allPacks().map((pack) => ({ pack, law: lawOf([pack.id]) }))
      for (const { pack, law } of all) {
        const norm = law.norms.find(({ id }) => id === request.params.id)
        if (norm) return toNormView(norm, { law, all, cases: casesOf(pack.id) })
      }
      throw notFound({ zh: '政策库中没有这条规范。', en: 'The library holds no such norm.' })
    },
  )
}
