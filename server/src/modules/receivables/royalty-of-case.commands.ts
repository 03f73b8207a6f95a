import type { Outcome } from '@yizhuan/kit'
import { periodsOf } from '@yizhuan/money'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { contractRegister } from '../contracts/index.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import type { FileRef } from './receivables.table.ts'
import { type Judged, judgeStatement, type Stated, writeStatement } from './royalty.commands.ts'
import { termsIn, versionsOf } from './terms.queries.ts'

// A royalty statement that a case records: where the payment terms of its contract know the period, it is the same
// statement that the page of the contract takes down, and leads to the same receivable.

/** What a case says of a period; amounts are whole fen. */
export interface StatedInCase {
  readonly institution: string
  readonly case: string
  readonly from: string
  readonly to: string
  readonly sales: string
  readonly royalty: string
  readonly corrects: boolean
  readonly on: string
}

interface Period {
  readonly contract: string
  readonly stated: Stated
}

export type Placed =
  /** No running royalty is agreed in the terms: it stands in the case alone. */
  | { readonly is: 'loose' }
  | { readonly is: 'unknown'; readonly periods: readonly string[] }
  | { readonly is: 'foreign' }
  /** The royalty counts pieces: a case says sales. */
  | { readonly is: 'pieces' }
  /** Several royalties run over this period: the case does not say of which it speaks. */
  | { readonly is: 'several' }
  | { readonly is: 'known'; readonly period: Period }

/** Where a statement of a case belongs among the periods that its contract agreed. Locks the money of the contract. */
export async function placeStatement(tx: Tx, one: StatedInCase): Promise<Placed> {
  const { institution, from, to } = one
  const contract = await tx
    .selectFrom('contract')
    .select('id')
    .where('institutionId', '=', institution)
    .where('caseId', '=', one.case)
    .executeTakeFirst()
  if (!contract) return { is: 'loose' }
  await lockChain(tx, { institution, name: chainOf(contractRegister, contract.id) })
  const last = (await versionsOf(tx, institution, contract.id)).at(-1)
  const royalties = last
    ? termsIn(last).terms.flatMap((term) => (term.kind === 'royalty' ? [term] : []))
    : []
  if (!last || royalties.length === 0) return { is: 'loose' }
  if (last.currency !== 'CNY') return { is: 'foreign' }
  const periods = royalties.flatMap(({ key, royalty }) =>
    periodsOf(royalty).map((period) => ({ key, isByPiece: royalty.unit !== undefined, ...period })),
  )
  const [found, ...others] = periods.filter((one) => one.from === from && one.to === to)
  if (!found) return { is: 'unknown', periods: periods.map((one) => `${one.from}–${one.to}`) }
  if (others.length > 0) return { is: 'several' }
  if (found.isByPiece) return { is: 'pieces' }
  const stated: Stated = {
    ...{ term: found.key, periodFrom: found.from, base: one.sales, stated: one.royalty },
    ...{ corrects: one.corrects, receivedOn: one.on, words: null, files: [] },
  }
  return { is: 'known', period: { contract: contract.id, stated } }
}

/** Whether a statement that was placed may be recorded. */
export const judgePlaced = (
  tx: Tx,
  institution: string,
  today: string,
  { contract, stated }: Period,
): Promise<Outcome<Judged, ReceivableRefusals>> =>
  judgeStatement(tx, institution, today, contract, stated)

/** Projects what an act of a case states: it was judged before, and is not refused here. */
export async function projectStatement(
  tx: Tx,
  clock: Clock,
  act: StatedInCase & {
    readonly seq: number
    readonly files: readonly FileRef[]
    readonly by: { readonly person: string; readonly name: string }
  },
): Promise<void> {
  const { institution, seq, by } = act
  const placed = await placeStatement(tx, act)
  if (placed.is !== 'known') return
  const { contract, stated } = placed.period
  const judged = await judgePlaced(tx, institution, clock.today(), placed.period)
  if (judged.kind === 'refused') {
    throw new TypeError(`A statement that was judged is refused: ${judged.refusal.code}.`)
  }
  const told = { ...stated, files: [...act.files] }
  const author = { institution, person: by.person, name: by.name }
  await writeStatement(tx, clock, author, contract, told, judged.value, { case: act.case, seq })
}
