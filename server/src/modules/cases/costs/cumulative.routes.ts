import type { Uncovered } from '@yizhuan/law'
import { cumulativeOf, type DistributionSum } from '@yizhuan/procedures'
import { callerOf } from '../../../platform/access.ts'
import { asReader } from '../../../platform/database.ts'
import type { App, Context } from '../../../platform/module.ts'
import { notFound } from '../../../platform/problem.ts'
import { caseDesk } from '../case.desk.ts'
import { caseLine, entriesOf } from '../case.queries.ts'
import { CaseParamsWire } from '../case.wire.ts'
import { toEntries } from '../procedure.ts'
import { CumulativeWire } from './cumulative.wire.ts'

/** The money of a transfer so far, over HTTP: each distribution and all of them, with floors and caps. */
export function cumulativeRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/cases/:id/cumulative',
    {
      config: { access: 'signedIn' },
      schema: { tags: ['cases'], params: CaseParamsWire, response: { 200: CumulativeWire } },
    },
    async (request) => {
      const { institution } = callerOf(request)
      const { id } = request.params
      const [line, desk, rows] = await asReader(
        db,
        callerOf(request),
        async (tx) =>
          [
            await caseLine(tx, institution, id),
            await caseDesk(tx, clock, institution, id),
            await entriesOf(tx, institution, id),
          ] as const,
      )
      if (line?.procedure !== 'transfer') throw notFound()
      const { rows: each, total, carried } = cumulativeOf(desk, toEntries(rows), clock.today())
      return {
        rows: each.map((one) => ({
          ...told(one),
          ...{ paidOn: one.paidOn ?? null, isEarlier: one.isEarlier === true },
        })),
        total: told(total),
        carried: carried
          ? {
              ...{ amount: `${carried.amount}`, isCarried: carried.isCarried },
              ...saidOf(carried),
              costs: carried.costs.map((cost) => ({ ...cost, amount: `${cost.amount}` })),
            }
          : null,
      }
    },
  )
}

/** Why costs are carried forward, or are not. */
function saidOf({ reading, text, cite }: Uncovered) {
  return {
    reading: reading && text ? { id: reading.id, reading: reading.reading, text } : null,
    cite: cite ? { ...cite } : null,
  }
}

function told({ income, deducted, net, parts, limits }: DistributionSum) {
  return {
    ...{ income: `${income}`, deducted: `${deducted}`, net: `${net}` },
    parts: parts.map((part) => ({ ...part, amount: `${part.amount}` })),
    limits: limits.map(({ limit, given, room, cite, ...one }) => ({
      ...{ ...one, limit: `${limit}`, cite: { source: cite.source, at: cite.at } },
      ...{ given: textOf(given), room: textOf(room) },
    })),
  }
}

const textOf = (amount: bigint | undefined): string | null =>
  amount === undefined ? null : `${amount}`
