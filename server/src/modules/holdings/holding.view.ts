import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import type { ToldHolding } from '../cases/index.ts'
import { firstOf, payInClocks, payInsOf } from './clocks.ts'
import { filingClocks } from './filing.view.ts'
import {
  caseClocks,
  exitOf,
  lapsedWorth,
  payInLaw,
  periodsOf,
  storedHoldings,
} from './holding.queries.ts'
import type { HoldingWire } from './holding.wire.ts'
import { type OfHere, ofHere } from './of-here.ts'
import { deferralsBehind } from './people.dues.queries.ts'
import { spinOffOfHolding } from './spin-offs/spin-off.queries.ts'

/** A holding as its page shows it: who holds what since when, what it brought, what comes up. */
export async function holdingOf(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<HoldingWire | undefined> {
  const row = await storedHoldings(tx, institution, id).executeTakeFirst()
  if (!row) return undefined
  const [due, spinOff, deferrals, articlesOf] = await Promise.all([
    caseClocks(tx, institution, [id]),
    spinOffOfHolding(tx, institution, id),
    deferralsBehind(tx, institution, [row]),
    ofHere(tx, institution),
  ])
  const { told, exitClock, datedOn: _place, caseId: _case, ...line } = row
  const law = payInLaw(told.formedOn)
  const payIns = payInsOf(told, law, today)
  const periods = periodsOf(told)
  const clocks = [
    ...exitOf(exitClock),
    ...payInClocks(payIns, periods, law),
    ...filingClocks(told, deferrals),
    ...(due.get(id) ?? []),
  ].toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
  return {
    ...line,
    worthLapsedOn: lapsedWorth(line, told, today),
    today,
    periods,
    clocks,
    clock: firstOf(clocks),
    transferCase: told.transferCase,
    registeredCapitalFen: told.registeredCapital,
    tax: told.tax && { ...told.tax },
    certificate: told.certificate,
    stay: told.stay,
    marketBasis: told.market?.basis ?? null,
    windingUp: told.windingUp && { ...told.windingUp },
    events: told.events.map((one) => ({
      ...one,
      round: one.round && { ...one.round },
      result: one.result && { ...one.result },
      // Of a list that was not made anew yet nobody knows what was paid out.
      distribution: one.distribution.map((line) => ({ ...line, paid: line.paid ?? null })),
    })),
    pending: told.pending && { ...told.pending },
    dividends: told.dividends.map((one) => ({
      ...one,
      parts: one.parts.map((part) => ({ ...part })),
    })),
    dividendsReceived: told.dividendsReceived.map((one) => ({ ...one })),
    appraisals: told.appraisals.map((one) => ({ ...one })),
    assessments: told.assessments.map((one) => ({ ...one })),
    payIns: payIns.map((one) => ({
      ...one,
      subscribed: `${one.subscribed}`,
      paid: `${one.paid}`,
      open: `${one.open}`,
    })),
    payInLaw: law ? { ...law, article: { ...law.article } } : null,
    documents: documentsOf(told, articlesOf),
    spinOff: spinOff ?? null,
  }
}

/** What the file is expected to hold for what has befallen the equity, and what is filed. */
function documentsOf(
  { events, pending, papers }: ToldHolding,
  articlesOf: OfHere,
): HoldingWire['documents'] {
  const { documents } = institutionLists().equity
  const befell = events.map(({ matter }): string => matter)
  const matters = ['formed', ...new Set([...befell, ...(pending ? [pending.matter] : [])])]
  return matters.flatMap((matter) =>
    (documents[matter] ?? []).flatMap(({ id, label, cites = [], act, onlyAsked = false }) => {
      const articles = articlesOf(cites)
      const files = [...(papers[act] ?? [])]
      // What somebody filed all the same is shown.
      if (onlyAsked && articles.length === 0 && files.length === 0) return []
      return [{ matter, id, label: { ...label }, act, articles, files }]
    }),
  )
}
