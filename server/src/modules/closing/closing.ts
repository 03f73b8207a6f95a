import { accountOf, bookOf, type Chart, type JournalLine, type Movement } from '@yizhuan/money'

// What closing months comes to: who may do what next, and what a year leaves behind.

export const checkNames = [
  'reconciled',
  'claims',
  'drafts',
  'unlinked',
  'unmatched',
  'payments',
] as const
export type CheckName = (typeof checkNames)[number]

/** Something that is looked at before months are closed. `bad` keeps them open, `look` asks for a remark. */
export interface Check {
  readonly name: CheckName
  readonly state: 'good' | 'look' | 'bad'
  readonly count: number
  /** What was found, by its id and a name. */
  readonly found: readonly Found[]
}

export interface Found {
  readonly id: string
  readonly label: string
}

/** Without these the books would say what the records do not: nobody closes them so. */
const binding: readonly CheckName[] = ['reconciled', 'claims']

/** A check by what it found. */
export function checked(name: CheckName, found: readonly Found[]): Check {
  const count = found.length
  if (count === 0) return { name, state: 'good', count, found }
  return { name, state: binding.includes(name) ? 'bad' : 'look', count, found }
}

/** What stands for what hangs on a case that is closed to somebody. */
export const notNamed = { zh: '保密事项', en: 'closed to you' } as const

/** Checks of a whole house for somebody who may not read all of it: what they do not see counts, without a name. */
export function maskedFor(whole: readonly Check[], own: readonly Check[]): readonly Check[] {
  return whole.map((check) => {
    const seen = new Set(own.find(({ name }) => name === check.name)?.found.map(({ id }) => id))
    const label = `${notNamed.zh} / ${notNamed.en}`
    const found = check.found.map((one) => (seen.has(one.id) ? one : { ...one, label }))
    return { ...check, found }
  })
}

/** A check as whoever proposed a closing saw it; older ones kept the count only. */
export interface SeenCheck extends Pick<Check, 'count'>, Partial<Pick<Check, 'found'>> {
  readonly name: string
}

/** What came up since a closing was proposed. */
export interface Fresh {
  readonly name: CheckName
  readonly labels: readonly string[]
}

/** What checks found that whoever proposed the closing did not see. */
export function unseen(seen: readonly SeenCheck[], now: readonly Check[]): readonly Fresh[] {
  return now.flatMap(({ name, found, count }) => {
    const before = seen.find((one) => one.name === name)
    const known = new Set(before?.found?.map(({ id }) => id))
    const fresh = found.filter(({ id }) => !known.has(id)).map(({ label }) => label)
    const isSeen = before && !before.found ? count <= before.count : fresh.length === 0
    return isSeen ? [] : [{ name, labels: fresh }]
  })
}

/** An act about months, as far as the next one depends on it. */
interface PeriodAct {
  readonly seq: number
  readonly id: string
  readonly kind: 'proposed' | 'withdrawn' | 'closed' | 'reopened'
  readonly month: string
  readonly closedBefore: string | null
  readonly madeBy: string
  readonly madeName: string
  readonly remark: string | null
}

/** The proposal that waits for a second person. */
export function openProposal<Act extends PeriodAct>(acts: readonly Act[]): Act | undefined {
  const last = acts.at(-1)
  return last?.kind === 'proposed' ? last : undefined
}

/** The closings that stand, the first first: each opening again took back the last of them. */
export function standingClosings<Act extends PeriodAct>(acts: readonly Act[]): readonly Act[] {
  const standing: Act[] = []
  for (const act of acts) {
    if (act.kind === 'closed') standing.push(act)
    if (act.kind === 'reopened') standing.pop()
  }
  return standing
}

/** The last months of years that end within some months: after one, through another. */
export function yearsEndingIn(first: string, after: string | null, through: string): string[] {
  const from = Number((after ?? first).slice(0, 4))
  const years = Array.from({ length: Number(through.slice(0, 4)) - from + 1 }, (_, at) => from + at)
  return years.map((year) => `${year}-12`).filter((one) => one > (after ?? '') && one <= through)
}

const carried = ['income', 'expense', 'budget_income', 'budget_expenditure']

/** Carries what income and costs stand at to the account the chart names, book by book. */
export function carryOver(chart: Chart, moved: readonly Movement[]): readonly JournalLine[] {
  const lines = moved.flatMap((one): readonly JournalLine[] => {
    const { kind, number } = accountOf(chart, one.account)
    const net = one.creditBefore + one.credit - one.debitBefore - one.debit
    if (!carried.includes(kind) || net === 0n) return []
    const isIncome = kind.endsWith('income')
    const book = bookOf(kind)
    const to = chart.closing.yearEnd[book]
    const fen = isIncome ? net : -net
    const [own, other] = isIncome ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const)
    return [
      { book, side: own, account: number, fen },
      { book, side: other, account: to, fen },
    ]
  })
  const sums = new Map<string, JournalLine>()
  for (const line of lines) {
    const key = `${line.account} ${line.side}`
    sums.set(key, { ...line, fen: line.fen + (sums.get(key)?.fen ?? 0n) })
  }
  return [...sums.values()]
    .filter(({ fen }) => fen !== 0n)
    .toSorted((one, other) => other.book.localeCompare(one.book))
}
