// What the registers count for the conditions of a platform company (gd-2025#a6.p1) on the day before
// the application: which rights were held, which income was received. Whatever a register leaves open
// is listed apart, and then the count is not known: a person has to settle it, not this file.
import { addDays, canonicalJson, type Day, sha256Hex } from '@yizhuan/kit'
import { z } from 'zod'
import { code, filledIn, line, money, onDay } from '../procedure/fields.ts'
import type { CaseFacts } from '../procedure/procedure.ts'

/** A right as the register has it. Days are as precise as known: 2025, 2025-03 or 2025-03-01. */
export interface RightRow {
  readonly id: string
  readonly kind: string
  readonly number: string | null
  readonly title: string
  readonly status: string | null
  readonly grantedOn: string | null
  readonly validTo: string | null
}

/** A receipt as the register has it, with the mode of its contract. */
export interface ReceiptRow {
  readonly id: string
  readonly receivedOn: string | null
  readonly mode: string | null
  readonly amountFen: string | null
  readonly netFen: string | null
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const list = <Row extends z.ZodType>(row: Row) => z.array(row).max(20_000).default([])

export const countedModes = ['assignment', 'license', 'equity_contribution', 'other'] as const
const right = z.strictObject({ id: z.uuid(), kind: z.string(), label: z.string() })
const income = z.strictObject({
  id: z.uuid(),
  receivedOn: onDay('到账日', 'Received on'),
  mode: code(countedModes, '方式', 'Mode'),
  gross: money('到账金额', 'Received'),
  net: money('净收益', 'Net income'),
})
const open = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  why: z.enum(['status', 'day', 'net', 'mode']),
})

/** The lists as they are frozen in the act, each with its hash. */
export const conditionsData = {
  countedOn: filledIn(z.iso.date().optional(), '清点日', 'Counted on'),
  rights: filledIn(list(right), '有效专利和制剂文号', 'Rights held'),
  rightsHash: filledIn(hash.optional(), '权利清单哈希', 'Hash of the rights'),
  openRights: filledIn(list(open), '状态待核的权利', 'Rights to be checked'),
  incomes: filledIn(list(income), '转化到账', 'Income from transfer'),
  incomesHash: filledIn(hash.optional(), '到账清单哈希', 'Hash of the income'),
  openIncomes: filledIn(list(open), '待核的到账', 'Income to be checked'),
} as const
const conditions = z.strictObject(conditionsData)
export type Conditions = z.infer<typeof conditions>

const patents = ['invention', 'utility_model', 'design', 'patent']
const held = ['granted', 'registered', 'valid']

/** What the registers say of the day before an application. */
export function conditionsOn(
  appliedOn: Day,
  rightRows: readonly RightRow[],
  receiptRows: readonly ReceiptRow[],
): Conditions {
  const countedOn = addDays(appliedOn, -1)
  const asked = rightRows.filter(({ kind }) => [...patents, 'preparation'].includes(kind))
  const read = asked.map((row) => ({ row, is: heldOn(row, countedOn) }))
  const rights = read
    .filter(({ is }) => is === true)
    .map(({ row: { id, kind, number, title } }) => ({ id, kind, label: number ?? title }))
  const openRights = read.flatMap(({ row: { id, number, title }, is }) =>
    typeof is === 'boolean' ? [] : [{ id, label: number ?? title, why: is }],
  )
  const told = receiptRows.map((row) => incomeOf(row, countedOn))
  const incomes = told.flatMap((one) => (one && 'mode' in one ? [one] : []))
  const openIncomes = told.flatMap((one) => (one && 'why' in one ? [one] : []))
  return {
    countedOn,
    rights,
    rightsHash: sha256Hex(canonicalJson(rights)),
    openRights,
    incomes,
    incomesHash: sha256Hex(canonicalJson(incomes)),
    openIncomes,
  }
}

/** Whether a right was held on a day, or what the register leaves open of it. */
function heldOn({ status, grantedOn, validTo }: RightRow, day: Day): boolean | 'status' | 'day' {
  if (status === null) return 'status'
  if (!held.includes(status)) return false
  if (validTo !== null && validTo < day.slice(0, validTo.length)) return false
  if (grantedOn === null) return 'day'
  const prefix = day.slice(0, grantedOn.length)
  if (grantedOn > prefix) return false
  return grantedOn < prefix || grantedOn.length === day.length ? true : 'day'
}

type Open = z.infer<typeof open>

/** A receipt that counts, or what the register leaves open of it; undefined for one that is no matter. */
function incomeOf(
  { id, receivedOn, mode, amountFen, netFen }: ReceiptRow,
  day: Day,
): z.infer<typeof income> | Open | undefined {
  if (receivedOn === null) return { id, label: '—', why: 'day' }
  const prefix = day.slice(0, receivedOn.length)
  if (receivedOn > prefix || mode === null) {
    return mode === null && receivedOn <= prefix
      ? { id, label: receivedOn, why: 'mode' }
      : undefined
  }
  if (receivedOn.length < day.length && receivedOn === prefix) {
    return { id, label: receivedOn, why: 'day' }
  }
  if (amountFen === null || netFen === null || BigInt(amountFen) < 0n || BigInt(netFen) < 0n) {
    return { id, label: receivedOn, why: 'net' }
  }
  const counted = countedModes.find((one) => one === mode) ?? 'other'
  const last = { 4: '-12-31', 7: '-28', 10: '' }[receivedOn.length] ?? ''
  return { id, receivedOn: `${receivedOn}${last}`, mode: counted, gross: amountFen, net: netFen }
}

/** The counts in the words of the law; a count of which something is open is not known. */
export function conditionFacts(told: Conditions | undefined): CaseFacts {
  if (!told) return {}
  const { rights, openRights, incomes, openIncomes } = told
  const count = (...kinds: string[]) => rights.filter(({ kind }) => kinds.includes(kind)).length
  const isTyped = !rights.some(({ kind }) => kind === 'patent')
  return {
    ...(openRights.length === 0 && {
      validPatents: count(...patents),
      preparationApprovals: count('preparation'),
      ...(isTyped && { validInventionPatents: count('invention') }),
    }),
    ...(openIncomes.length === 0 && {
      transferIncomes: incomes.map(({ id: _id, ...told }) => told),
    }),
  }
}

/** A transfer that is planned. */
export const plannedTransfer = z.strictObject({
  achievement: line('科技成果', 'Achievement'),
  year: z.int().min(2000).max(2100).meta({ zh: '计划年度', en: 'Planned year' }),
  mode: code(countedModes, '方式', 'Mode'),
  deals: z.int().min(1).max(100).meta({ zh: '计划交易次数', en: 'Planned deals' }).default(1),
  isFinished: z.boolean().meta({ zh: '申请前已完成', en: 'Finished before' }).default(false),
})
