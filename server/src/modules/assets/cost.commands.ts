import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { type DayRefusals, unpassedDay } from '../../platform/passed-day.ts'
import type { Author } from '../../platform/register.ts'
import { takenOfVoucher, type VoucherConflict } from '../cases/index.ts'
import { post } from '../journal/index.ts'
import { assetLists } from '../policies/index.ts'
import { assetsOf, costsOf } from './asset.queries.ts'
import { assetChain } from './asset.table.ts'
import type { NewCostWire } from './asset.wire.ts'
import { costPosting } from './posting.ts'

/** Why a cost is not taken, or not taken back. */
export interface CostRefusals extends DayRefusals {
  'no-such-asset': Record<string, never>
  'no-such-cost': Record<string, never>
  'unknown-cost-kind': { readonly known: string }
  'voucher-used': { readonly voucher: string }
  'voucher-taken': {
    readonly at: VoucherConflict['at']
    readonly rule: VoucherConflict['rule']
    readonly zh: string
    readonly en: string
  }
  'file-not-stored': { readonly name: string }
  'cost-reversed-already': Record<string, never>
  'cost-is-reversal': Record<string, never>
}

/** Records what was spent on an achievement. */
export async function recordCost(
  tx: Tx,
  clock: Clock,
  by: Author,
  achievement: string,
  { files, ...told }: z.output<typeof NewCostWire>,
  id = newId(),
): Promise<Outcome<{ id: string }, CostRefusals>> {
  const { institution } = by
  // Of the same cost sent twice at once, the second sees the first.
  await lockChain(tx, { institution, name: assetChain(achievement) })
  const [asset] = await assetsOf(tx, institution, [achievement])
  if (!asset) return refuse('no-such-asset', {})
  const kinds = assetLists().costs.map(({ code }) => code)
  if (!kinds.includes(told.kind)) return refuse('unknown-cost-kind', { known: kinds.join(', ') })
  const unpassed = unpassedDay({ spentOn: told.spentOn }, clock.today())
  if (unpassed) return unpassed
  const known = await costsOf(tx, institution, [achievement])
  const isSame = (one: (typeof known)[number]) =>
    one.voucher === told.voucher && one.kind === told.kind && one.amountFen === told.amountFen
  // A voucher may bear several costs; the same line twice is one that was entered twice.
  if (known.some((one) => isSame(one) && one.reversedBy === null && one.reverses === null)) {
    return refuse('voucher-used', { voucher: told.voucher })
  }
  // What is spent of one voucher on all achievements is never more than it comes to.
  const conflict = await takenOfVoucher(tx, institution, {
    ...{ taker: 'asset', id: achievement, voucher: told.voucher, amount: BigInt(told.amountFen) },
    ...(told.voucherFen !== null && { whole: BigInt(told.voucherFen) }),
  })
  if (conflict) return refuse('voucher-taken', said(conflict))
  const stored = await storedFiles(
    tx,
    institution,
    files.map(({ sha256 }) => sha256),
  )
  const lost = files.find((file) => !stored.some(({ sha256 }) => sha256 === file.sha256))
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on the cost is recorded.
  const of = { id: achievement, number: asset.entered.number }
  await insertCost(tx, clock, by, of, { ...told, files, reverses: null, id })
  await recordChange(tx, assetChain(achievement), {
    action: 'asset.costed',
    subject: achievement,
    data: { ...told, files: files.map(({ sha256 }) => sha256), cost: id },
    at: clock.now(),
    by,
  })
  return accept({ id })
}

const said = ({ at, rule, detail: { zh, en } }: VoucherConflict) => ({ at, rule, zh, en })

/** Takes a cost back by a line of its own; both stay. */
export async function reverseCost(
  tx: Tx,
  clock: Clock,
  by: Author,
  { achievement, cost, reason }: { achievement: string; cost: string; reason: string },
): Promise<Outcome<{ id: string }, CostRefusals>> {
  const { institution } = by
  await lockChain(tx, { institution, name: assetChain(achievement) })
  const costs = await costsOf(tx, institution, [achievement])
  const one = costs.find(({ id }) => id === cost)
  if (!one) return refuse('no-such-cost', {})
  if (one.reverses !== null) return refuse('cost-is-reversal', {})
  if (one.reversedBy !== null) return refuse('cost-reversed-already', {})

  // From here on it is taken back, on the day on which that is done: what was booked stays as it was.
  const { kind, funding, voucher } = one
  const amountFen = `${-BigInt(one.amountFen)}`
  const spentOn = clock.today()
  const told = { kind, funding, voucher, voucherFen: null, amountFen, spentOn, words: reason }
  const [asset] = await assetsOf(tx, institution, [achievement])
  const of = { id: achievement, number: asset?.entered.number ?? '' }
  const id = newId()
  await insertCost(tx, clock, by, of, { ...told, files: [], reverses: cost, id })
  await recordChange(tx, assetChain(achievement), {
    action: 'asset.reversed',
    subject: achievement,
    data: { voucher, amountFen, cost, reason },
    at: clock.now(),
    by,
  })
  return accept({ id })
}

async function insertCost(
  tx: Tx,
  clock: Clock,
  by: Author,
  achievement: { readonly id: string; readonly number: string },
  {
    files,
    id,
    ...cost
  }: z.output<typeof NewCostWire> & { readonly reverses: string | null; readonly id: string },
): Promise<void> {
  await tx
    .insertInto('assetCost')
    .values({
      ...cost,
      institutionId: by.institution,
      id,
      achievementId: achievement.id,
      files: JSON.stringify(files),
      madeAt: clock.now(),
      madeBy: by.person,
      madeName: by.name,
    })
    .execute()
  await post(tx, clock, by.institution, [costPosting(achievement, { id, ...cost })])
}
