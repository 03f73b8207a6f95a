import type { CostRecord } from '@yizhuan/ledger'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { achievementsByNumber } from '../achievements/index.ts'
import { assetProblem, costsOf, recordCost, reverseCost } from '../assets/index.ts'
import type { ImportDesk, Importer } from './import.commands.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import type { Candidate } from './plan.ts'
import { noteOrigins, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'
import { sourceOf } from './table-row.ts'
import type { WrittenRecord } from './undo.queries.ts'
import type { Outlay } from './write.ts'
import { type Done, idOf } from './write-people.ts'

// What was spent on achievements, voucher by voucher. A cost stands in the books: it is never changed and
// never goes, and what an import booked by mistake is taken back in red.

/** A cost as a ledger tells of it. */
export interface CostFields {
  readonly costAchievement: string | null
  readonly costDay: string | null
  readonly costKind: string | null
  readonly spentFen: string | null
  readonly costFunding: 'public' | 'enterprise' | 'own' | null
  readonly costVoucher: string | null
  /** What the whole voucher comes to; said where several achievements share it. */
  readonly voucherWholeFen: string | null
  readonly costWords: string | null
}

export interface CostEntry {
  readonly to: 'cost'
  readonly number: string | null
  readonly fields: CostFields
}

export function toCost(record: CostRecord): CostEntry {
  const { costAchievement, costDay, costKind, costFunding, costVoucher, costWords } = record
  const spentFen = record.spentFen === null ? null : String(record.spentFen)
  const { voucherWholeFen: whole } = record
  const fields = {
    ...{ costAchievement, costDay, costKind, spentFen, costFunding, costVoucher, costWords },
    voucherWholeFen: whole === null ? null : String(whole),
  }
  return { to: 'cost', number: keyOf(costAchievement, costVoucher, costKind, spentFen), fields }
}

/** A voucher may bear several costs; the same line twice is one that was entered twice. */
function keyOf(...parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.join('|')
}

/** The costs there are of the achievements that rows name; those taken back are none. */
export async function knownCosts(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  const asked = candidates.flatMap(({ key, entry }) =>
    entry.to === 'cost' ? [{ key, entry }] : [],
  )
  if (asked.length === 0) return new Map()
  const numbers = asked.flatMap(({ entry }) => entry.fields.costAchievement ?? [])
  const achievements = await achievementsByNumber(tx, institution, [...new Set(numbers)])
  const names = new Map(achievements.map(({ id, number }) => [id, number]))
  const there = new Map<string, string>()
  for (const cost of await costsOf(tx, institution, [...names.keys()])) {
    if (cost.reverses !== null || cost.reversedBy !== null) continue
    const number = names.get(cost.achievementId) ?? null
    const key = keyOf(number, cost.voucher, cost.kind, cost.amountFen)
    if (key !== null) there.set(key, cost.id)
  }
  return new Map(
    asked.flatMap(({ key, entry }) => {
      const id = there.get(key)
      // The same line is the same cost, whatever else a row says of it: nothing of a cost is changed.
      return id === undefined ? [] : [[keyIn('cost', key), { id, fields: { ...entry.fields } }]]
    }),
  )
}

/** The achievements that rows about costs name, by their numbers. */
export async function idsOf(tx: Tx, institution: string, rows: readonly Staged[]) {
  const numbers = rows.flatMap(({ entry }) =>
    entry.to === 'cost' ? (entry.fields.costAchievement ?? []) : [],
  )
  const found = await achievementsByNumber(tx, institution, [...new Set(numbers)])
  return new Map(found.map(({ id, number }) => [number, id]))
}

/** Records the costs of a draft, each as if somebody had entered it, and books it. */
export async function writeCosts(draft: StagedDraft, outlay: Outlay): Promise<Done> {
  const { tx, institution } = draft
  const { clock, by, file, onRows } = outlay
  let entered = 0
  for await (const rows of stagedRows(draft, { register: 'cost', states: ['new'] })) {
    const achievements = await idsOf(tx, institution, rows)
    for (const row of rows) {
      if (row.entry.to !== 'cost' || !row.newId) continue
      const { fields } = row.entry
      const achievement = idOf(achievements, fields.costAchievement ?? '')
      const cost = {
        ...{ spentOn: fields.costDay ?? '', kind: fields.costKind ?? '', files: [] },
        ...{ amountFen: fields.spentFen ?? '', funding: fields.costFunding ?? 'own' },
        ...{ voucher: fields.costVoucher ?? '', voucherFen: fields.voucherWholeFen },
        words: fields.costWords ?? `导入：${sourceOf(file, row)}`.slice(0, 1000),
      }
      const outcome = await recordCost(tx, clock, by, achievement, cost, row.newId)
      // What a voucher comes to is said of all achievements together, so only now; nothing is written then.
      if (outcome.kind === 'refused') throw assetProblem(outcome.refusal)
    }
    await noteOrigins(tx, institution, draft.id, 'cost', rows)
    entered += rows.length
    onRows('cost', rows.length)
  }
  return { entered, amended: 0 }
}

/** Takes the costs an import booked back in red; both lines stay. */
export async function takeBackCosts(
  tx: Tx,
  clock: ImportDesk['clock'],
  by: Importer,
  written: readonly WrittenRecord[],
  reason: string,
): Promise<void> {
  const ids = written.filter((one) => one.isNew && one.register === 'cost').map(({ id }) => id)
  if (ids.length === 0) return
  const costs = await tx
    .selectFrom('assetCost')
    .select(['id', 'achievementId as achievement'])
    .where('institutionId', '=', by.institution)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .execute()
  for (const { id: cost, achievement } of costs) {
    const outcome = await reverseCost(tx, clock, by, { achievement, cost, reason })
    // What hinders it was looked for before anything was taken back.
    if (outcome.kind === 'refused') throw new TypeError(`A cost stays: ${outcome.refusal.code}.`)
  }
}

/** What a cost always has, with the words for one without it. */
export function missingInCost({
  fields,
}: CostEntry): readonly [zh: string, en: string] | undefined {
  if (!fields.costAchievement) return ['成果编号', 'achievement number']
  if (!fields.costDay) return ['支出日期（须到日）', 'day, given to the day']
  if (!fields.costKind) return ['费用类别', 'kind of cost']
  if (fields.spentFen === null || BigInt(fields.spentFen) <= 0n) {
    return ['大于零的金额', 'amount above nought']
  }
  if (!fields.costFunding) return ['资金性质', 'kind of money']
  return fields.costVoucher ? undefined : ['凭证号', 'voucher']
}
