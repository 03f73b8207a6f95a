import type { Day } from '@yizhuan/kit'
import { type WithholdingRule, withholdingOn } from '@yizhuan/law'
import type { Tx } from '../../platform/database.ts'
import { referenceOf } from '../payouts/index.ts'
import { taxPositions, workCalendar } from '../policies/index.ts'
import { monthsOf, taxToSetOff } from './month.queries.ts'
import { dueOn, type MonthSums, mostOf, mostToSetOff, standingOf } from './tax.ts'
import type { TaxMonthWire, WithheldTaxesWire } from './tax.wire.ts'

/** By when the tax of a month is paid over. @throws {TypeError} where packs say nothing: their test refuses that. */
export function ruleOf(month: string): WithholdingRule {
  const rule = withholdingOn(taxPositions(), `${month}-01`)
  if (!rule) throw new TypeError(`No pack says when the tax of ${month} is paid over.`)
  return rule
}

/** How tax stands, month by month, and what can be set off. */
export async function withheldTaxes(
  tx: Tx,
  institution: string,
  today: Day,
): Promise<WithheldTaxesWire> {
  const months = await monthsOf(tx, institution)
  const toSetOff = await taxToSetOff(tx, institution)
  const { day, verified, cite, restTitle } = ruleOf(today.slice(0, 7))
  const owed = months.reduce((all, one) => all + standingOf(one), 0n)
  return {
    today,
    rule: { day, verified, cite: citeOf(cite), restTitle: { ...restTitle } },
    months: months.map((one) => monthShown(one, today)),
    owedFen: `${owed}`,
    toSetOff: toSetOff.map(({ planSeq: _plan, line: _line, attempt: _attempt, ...one }) => {
      const reference = referenceOf(one.batchId, one.number)
      return { ...one, reference, mostFen: `${mostToSetOff(one, BigInt(one.underWayFen))}` }
    }),
  }
}

const citeOf = (text: string) => {
  const [source = '', at = ''] = text.split('#')
  return { source, at }
}

/** A month as it is shown. */
export function monthShown(sums: MonthSums, today: string): TaxMonthWire {
  const due = dueOn(sums.month, ruleOf(sums.month), workCalendar())
  const standing = standingOf(sums)
  return {
    ...sums,
    standingFen: `${standing}`,
    mayPayFen: `${mostOf(sums, 'paid_over')}`,
    mayAskFen: `${mostOf(sums, 'given_back')}`,
    dueOn: due,
    isLate: due < today && (standing > 0n || sums.unknown > 0),
  }
}
