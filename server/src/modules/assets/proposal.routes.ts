import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { proposalColumns } from './asset.csv.ts'
import { toBookingProblem } from './asset.refusals.ts'
import { readers } from './asset.routes.ts'
import { treatmentWords } from './asset-words.ts'
import { decideProposals } from './booking.commands.ts'
import { decidedIn, proposalsOf } from './proposal.queries.ts'
import { asOfIn } from './proposal.ts'
import { DecideProposalsWire, ProposalListWire, ProposalQueryWire } from './proposal.wire.ts'

const tags = ['assets']

/** What finance is proposed to book, over HTTP; finance books it or gives it back. */
export function proposalRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const monthOf = ({ period }: { readonly period?: string | undefined }) =>
    period ?? clock.today().slice(0, 7)

  app.get(
    '/asset-proposals',
    {
      config: { access: readers },
      schema: { tags, querystring: ProposalQueryWire, response: { 200: ProposalListWire } },
    },
    (request) => {
      const { institution } = callerOf(request)
      const period = monthOf(request.query)
      const { treatment } = request.query
      const today = clock.today()
      return asReader(db, callerOf(request), async (tx) => {
        const items = await proposalsOf(tx, institution, { period, treatment, today })
        return {
          period,
          asOf: asOfIn(period, today),
          items,
          totalFen: `${items.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)}`,
          decided: await decidedIn(tx, institution, period),
        }
      })
    },
  )

  exportRoutes(app, context, {
    path: '/asset-proposals',
    access: readers,
    filter: ProposalQueryWire,
    name: { zh: '入账建议', en: 'Proposals to finance' },
    words: {
      period: { name: { zh: '月份', en: 'Month' } },
      treatment: { name: { zh: '处理', en: 'Treatment' }, values: treatmentWords },
    },
    columns: proposalColumns,
    lines: (tx, { institution }, filter) =>
      proposalsOf(tx, institution, {
        ...{ period: monthOf(filter), treatment: filter.treatment, today: clock.today() },
      }),
  })

  app.post(
    '/asset-proposals/decisions',
    {
      config: { access: ['finance'] },
      schema: {
        tags,
        body: DecideProposalsWire,
        response: { 200: z.object({ booked: z.int() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        decideProposals(tx, clock, caller, request.body),
      )
      if (outcome.kind === 'refused') throw toBookingProblem(outcome.refusal)
      return outcome.value
    },
  )
}
