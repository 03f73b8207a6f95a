import { z } from 'zod'

/** What travels of the equity that somebody holds as an award; nothing of other holders. */

const Article = z.object({ source: z.string(), at: z.string(), label: z.string() })

export const MyEquityWire = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      company: z.string(),
      achievement: z.string(),
      achievementId: z.string().nullable(),
      formedOn: z.string(),
      stage: z.enum(['before_market', 'on_market', 'left', 'wound_up']),
      share: z.string(),
      periods: z.array(z.object({ since: z.string(), matter: z.string(), share: z.string() })),
      dividends: z.array(
        z.object({
          year: z.string(),
          on: z.string(),
          /** By what the holders of the company decided it. */
          resolution: z.string(),
          fen: z.string(),
        }),
      ),
      /** How the award is taxed, where the record says so, and by which articles. */
      tax: z.object({ option: z.string(), articles: z.array(Article) }).nullable(),
      /** By which articles such equity is listed and held. */
      articles: z.array(Article),
    }),
  ),
})
export type MyEquityWire = z.infer<typeof MyEquityWire>
