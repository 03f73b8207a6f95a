import type { Words } from '@yizhuan/kit'
import { enteredAmong } from '../assets/index.ts'
import { takersOfVouchers, type VoucherTaker, voucherConflict } from '../cases/index.ts'
import { assetLists } from '../policies/index.ts'
import { type CostFields, idsOf } from './costs.ts'
import { isWritten } from './plan.ts'
import { hasRowsOf, type Moved } from './settle-people.commands.ts'
import { redecide, type StagedDraft, stagedRows } from './staged.queries.ts'

/** What is known while the rows of a draft about costs are looked at. */
interface Ground {
  readonly today: string
  /** Numbers of achievements with their ids, and the ids of those in the ledger of assets. */
  readonly achievements: ReadonlyMap<string, string>
  readonly entered: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
  /** Who takes of the voucher of a row, the rows before it among them. */
  readonly takers: readonly VoucherTaker[]
}

/**
 * Keeps the rows of a draft about costs out that the ledger of assets would refuse: refused only while they
 * are written, one of them would keep everything out, and nobody were told which.
 */
export async function settleCosts(draft: StagedDraft, today: string): Promise<readonly Moved[]> {
  const { tx, institution, id } = draft
  if (!(await hasRowsOf(draft, ['costs']))) return []
  const moved: Moved[] = []
  const kinds = new Set<string>(assetLists().costs.map(({ code }) => code))
  const drawn = new Map<string, Map<string, VoucherTaker>>()
  for await (const rows of stagedRows(draft, { register: 'cost', states: ['new'] })) {
    const achievements = await idsOf(tx, institution, rows)
    const entered = await enteredAmong(tx, institution, [...achievements.values()])
    const vouchers = rows.flatMap(({ entry }) =>
      entry.to === 'cost' ? (entry.fields.costVoucher ?? []) : [],
    )
    const taken = await takersOfVouchers(tx, institution, [...new Set(vouchers)])
    for (const row of rows) {
      if (row.entry.to !== 'cost') continue
      const { fields } = row.entry
      const { key = '', takers: stored = [] } = taken.get(fields.costVoucher ?? '') ?? {}
      const ofDraft = drawn.get(key) ?? new Map<string, VoucherTaker>()
      const takers = together(stored, [...ofDraft.values()])
      const reason = againstCost(fields, { today, achievements, entered, kinds, takers })
      if (reason) {
        moved.push({ table: row.place.table, from: row.state, wasWritten: isWritten(row) })
        const verdict = { state: 'refused', accepted: false, reason, changes: [] } as const
        await redecide(tx, institution, id, row.n, verdict)
        continue
      }
      const one = takerOf(fields, achievements.get(fields.costAchievement ?? '') ?? '')
      const [whole = one] = together(
        [...ofDraft.values()].filter((it) => it.id === one.id),
        [one],
      )
      drawn.set(key, ofDraft.set(one.id, whole))
    }
  }
  return moved
}

const takerOf = (fields: CostFields, id: string): VoucherTaker => ({
  ...{ taker: 'asset', id, number: fields.costAchievement, takenFen: fields.spentFen ?? '0' },
  wholeFen: fields.voucherWholeFen,
})

/** What each takes of a voucher in all. */
function together(
  stored: readonly VoucherTaker[],
  added: readonly VoucherTaker[],
): readonly VoucherTaker[] {
  const isSame = (one: VoucherTaker, other: VoucherTaker) =>
    one.taker === other.taker && one.id === other.id
  return [
    ...stored.map((one) => {
      const more = added.filter((other) => isSame(one, other))
      const takenFen = more.reduce(
        (sum, { takenFen: fen }) => sum + BigInt(fen),
        BigInt(one.takenFen),
      )
      const said = more.find(({ wholeFen }) => wholeFen !== null)
      return { ...one, takenFen: `${takenFen}`, wholeFen: one.wholeFen ?? said?.wholeFen ?? null }
    }),
    ...added.filter((one) => !stored.some((other) => isSame(one, other))),
  ]
}

/** Why the ledger of assets does not take a cost: the same as where somebody enters it by hand. */
function againstCost(fields: CostFields, ground: Ground): Words | undefined {
  const { costAchievement, costDay, costKind, costVoucher, spentFen, voucherWholeFen } = fields
  const { today, achievements, entered, kinds, takers } = ground
  const id = achievements.get(costAchievement ?? '')
  if (id === undefined) {
    return {
      zh: `成果编号 ${costAchievement} 不在登记中；成本只能归集到已登记的成果，请先登记成果再导入成本`,
      en: `achievement ${costAchievement} is not registered; costs are collected for achievements that are: enter it first, then import its costs`,
    }
  }
  if (!entered.has(id)) {
    return {
      zh: `成果 ${costAchievement} 的披露尚未受理，不在资产台账中；受理后再导入成本`,
      en: `the disclosure of achievement ${costAchievement} is not accepted, so the ledger of assets has it not yet; import its costs after that`,
    }
  }
  if (!kinds.has(costKind ?? '')) {
    return { zh: '没有这种费用类别', en: 'there is no such kind of cost' }
  }
  if ((costDay ?? '') > today) {
    return {
      zh: `支出日期 ${costDay} 晚于今天（${today}）；请更正后再导入`,
      en: `the cost of ${costDay} lies after today (${today}); correct the day first`,
    }
  }
  const voucher = costVoucher ?? ''
  const amount = BigInt(spentFen ?? 0)
  const whole = voucherWholeFen === null ? undefined : BigInt(voucherWholeFen)
  const conflict = voucherConflict(takers, { taker: 'asset', id, voucher, amount, whole })
  if (!conflict) return undefined
  const { rule, detail } = conflict
  if (rule !== 'voucher-in-another') return detail
  return {
    zh: `${detail.zh}请在“凭证总额”一列填写整张凭证的金额。`,
    en: `${detail.en} Say what the whole voucher comes to in the column "凭证总额" (voucher total).`,
  }
}
