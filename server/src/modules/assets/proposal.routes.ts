import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asAttachment, csvOf } from '../../platform/csv.ts'
import { asCaller, asReader, type Caller } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import type { App, Context } from '../../platform/module.ts'
import { sheetRoute } from '../../platform/sheet-route.ts'
import { toBookingProblem } from './asset.refusals.ts'
import { readers } from './asset.routes.ts'
import { proposalColumns } from './asset.sheets.ts'
import { decideProposals } from './booking.commands.ts'
import { decidedIn, proposalsOf } from './proposal.queries.ts'
import { asOfIn } from './proposal.ts'
import { DecideProposalsWire, ProposalListWire, ProposalQueryWire } from './proposal.wire.ts'

const tags = ['assets']
const fileName = { zh: '入账建议', en: 'proposals-to-finance' }

/** What finance is proposed to book, over HTTP; finance books it or gives it back. */
export function proposalRoutes(app: App, { db, clock }: Context): void {
  const monthOf = (period: string | undefined) => period ?? clock.today().slice(0, 7)
  const proposed = (caller: Caller, period: string) =>
    asReader(db, caller, (tx) =>
      proposalsOf(tx, caller.institution, { period, today: clock.today() }),
    )

  app.get(
    '/asset-proposals',
    {
      config: { access: readers },
      schema: { tags, querystring: ProposalQueryWire, response: { 200: ProposalListWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const period = monthOf(request.query.period)
      const items = await proposed(caller, period)
      return {
        period,
        asOf: asOfIn(period, clock.today()),
        items,
        totalFen: `${items.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)}`,
        decided: await asReader(db, caller, (tx) => decidedIn(tx, caller.institution, period)),
      }
    },
  )

  app.get(
    '/asset-proposals.csv',
    {
      config: { access: readers },
      schema: {
        tags,
        querystring: ProposalQueryWire,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const period = monthOf(request.query.period)
      const lang = langOf(request)
      const rows = await proposed(callerOf(request), period)
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', asAttachment(`${fileName[lang]} ${period}.csv`))
        .send(csvOf(proposalColumns(lang), rows))
    },
  )

  sheetRoute(
    app,
    '/asset-proposals.xlsx',
    readers,
    tags,
    ProposalQueryWire,
    async (request, query) => {
      const period = monthOf(query.period)
      const lang = langOf(request)
      const rows = await proposed(callerOf(request), period)
      return { name: `${fileName[lang]} ${period}`, columns: proposalColumns(lang), rows }
    },
  )

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
