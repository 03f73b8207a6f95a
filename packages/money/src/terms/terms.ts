import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  InputError,
  parseRatio,
  type Ratio,
  day as readDay,
} from '@yizhuan/kit'
import { type Currency, currencyCodes, parseRate } from '../currency/exchange.ts'
import { pieceRate } from '../royalty/per-piece.ts'
import { brokenMinimums, checkBands, periodMonths, type RoyaltyTerm } from '../royalty/royalty.ts'

// What a contract says of its payments, and the receivables that follow from it.

interface Named {
  /** The same through all amendments: by it a changed payment is known again. */
  readonly key: string
  readonly label: string
}

/** One payment, or one row of payments, that was agreed. */
export type Term =
  | (Named & { readonly kind: 'fixed'; readonly minor: bigint; readonly dueOn: Day })
  | (Named & { readonly kind: 'milestone'; readonly minor: bigint; readonly days: number })
  | (Named & { readonly kind: 'royalty'; readonly royalty: RoyaltyTerm })
  | (Named & { readonly kind: 'equity'; readonly words: string })

export const termKinds = ['fixed', 'milestone', 'royalty', 'equity'] as const

/** The payments of a contract. A foreign contract keeps a rate by which its amounts are planned. */
export interface Terms {
  readonly currency: Currency
  readonly planRate: Ratio | null
  readonly terms: readonly Term[]
}

/** Terms as they are written down: amounts and shares as texts. */
export interface WrittenTerms {
  readonly currency: string
  readonly planRate: string | null
  readonly terms: readonly WrittenTerm[]
}

/** One term as it is written down; only what its kind asks for is read. */
export interface WrittenTerm {
  readonly key: string
  readonly kind: string
  readonly label: string
  readonly minor?: string | null | undefined
  readonly dueOn?: string | null | undefined
  readonly days?: number | null | undefined
  readonly words?: string | null | undefined
  readonly royalty?: WrittenRoyalty | null | undefined
}

export interface WrittenRoyalty {
  readonly unit?: string | undefined
  readonly bands: readonly { readonly upTo: string | null; readonly rate: string }[]
  readonly counts: string
  readonly minimum: string
  readonly brokenMinimum?: string | undefined
  readonly every: number
  readonly from: string
  readonly to: string
  readonly statementDays: number
  readonly payDays: number
}

/** Reads terms; the first thing that is wrong is named by its field. @throws {InputError} */
export function readTerms({ currency, planRate, terms }: WrittenTerms): Terms {
  const code = currencyCodes.find((one) => one === currency)
  if (code === undefined) throw wrong('currency', 'currency', '没有这个币种', 'Unknown currency')
  if (code !== 'CNY' && planRate === null) {
    throw wrong(
      'planRate',
      'plan-rate',
      '外币合同须填写折算应收款用的汇率',
      'A contract in a foreign currency has a rate by which it is planned',
    )
  }
  const keys = new Set<string>()
  return {
    currency: code,
    planRate: code === 'CNY' || planRate === null ? null : parseRate(planRate, 'planRate'),
    terms: terms.map((term, at) => {
      if (keys.has(term.key)) {
        throw wrong(`terms[${at}].key`, 'term-key', '付款条款重复', 'A term stands here twice')
      }
      keys.add(term.key)
      return readTerm(term, `terms[${at}]`)
    }),
  }
}

function readTerm(term: WrittenTerm, field: string): Term {
  const { key, label } = term
  switch (term.kind) {
    case 'fixed': {
      const dueOn = readDay(term.dueOn, `${field}.dueOn`)
      return { key, label, kind: 'fixed', minor: above0(term.minor, `${field}.minor`), dueOn }
    }
    case 'milestone': {
      const days = count(term.days, `${field}.days`)
      return { key, label, kind: 'milestone', minor: above0(term.minor, `${field}.minor`), days }
    }
    case 'royalty': {
      if (!term.royalty) {
        throw wrong(`${field}.royalty`, 'royalty', '请填写提成约定', 'Say what the royalty is')
      }
      return { key, label, kind: 'royalty', royalty: readRoyalty(term.royalty, `${field}.royalty`) }
    }
    case 'equity':
      if (!term.words) {
        throw wrong(`${field}.words`, 'equity', '请写明股权约定', 'Say what equity was agreed')
      }
      return { key, label, kind: 'equity', words: term.words }
    default:
      throw wrong(`${field}.kind`, 'term-kind', '没有这种付款方式', 'Unknown kind of payment')
  }
}

function readRoyalty(given: WrittenRoyalty, field: string): RoyaltyTerm {
  const { counts, unit } = given
  if (counts !== 'period' && counts !== 'life') {
    throw wrong(`${field}.counts`, 'counts', '请选择分档口径', 'Say how the bands count')
  }
  const every = periodMonths.find((months) => months === given.every)
  if (every === undefined) {
    throw wrong(
      `${field}.every`,
      'every',
      '周期须为月、季、半年或年',
      'A period is 1, 3, 6 or 12 months',
    )
  }
  if (unit !== undefined && unit.trim() === '') {
    throw wrong(
      `${field}.unit`,
      'unit',
      '请填写计量单位，如件',
      'Say what is counted, such as pieces',
    )
  }
  const [from, to] = [readDay(given.from, `${field}.from`), readDay(given.to, `${field}.to`)]
  if (to < from || daysBetween(from, to) > MOST_DAYS) {
    throw wrong(
      `${field}.to`,
      'royalty-term',
      '提成期须止于开始日之后，且不超过 60 年',
      'A royalty ends after it begins, and within 60 years',
    )
  }
  const rateAt = (at: number) => `${field}.bands[${at}].rate`
  const bands = given.bands.map(({ upTo, rate }, at) => ({
    upTo: upTo === null ? null : above0(upTo, `${field}.bands[${at}].upTo`),
    rate: unit === undefined ? parseRatio(rate, rateAt(at)) : pieceRate(rate, rateAt(at)),
  }))
  checkBands(bands, `${field}.bands`, unit !== undefined)
  const minimum = whole(given.minimum, `${field}.minimum`)
  const brokenMinimum = brokenMinimums.find((one) => one === given.brokenMinimum)
  if (given.brokenMinimum !== undefined && brokenMinimum === undefined) {
    throw wrong(
      `${field}.brokenMinimum`,
      'broken-minimum',
      '请选择中途终止时最低提成的算法',
      'Say what of the minimum is owed where the contract ends early',
    )
  }
  const statementDays = count(given.statementDays, `${field}.statementDays`)
  const payDays = count(given.payDays, `${field}.payDays`)
  return {
    ...{ bands, counts, minimum, every, from, to, statementDays, payDays },
    ...(unit !== undefined && { unit }),
    ...(brokenMinimum !== undefined && { brokenMinimum }),
  }
}

const MOST_DAYS = 60 * 366

/** A payment that is to be expected. One that waits for a milestone or a statement has no day or no amount. */
export interface Expected {
  readonly key: string
  readonly term: string
  readonly kind: 'fixed' | 'milestone' | 'royalty'
  readonly label: string
  readonly minor: bigint | null
  readonly dueOn: Day | null
  /** The period of a royalty, and when its statement is due. */
  readonly period: { readonly from: Day; readonly to: Day; readonly statementOn: Day } | null
}

/** What has happened since: milestones by their term, royalties by the key of their period. */
export interface Happened {
  readonly reached: ReadonlyMap<string, Day>
  /** Nought where all of it was paid before. */
  readonly stated: ReadonlyMap<string, bigint>
}

/** The payments that follow from terms, by their days; what waits for something stands last. */
export function scheduleOf(
  { terms }: Pick<Terms, 'terms'>,
  happened: Happened,
): readonly Expected[] {
  return terms
    .flatMap((term) => expectedOf(term, happened))
    .toSorted((a, b) => order(a.dueOn ?? '~', b.dueOn ?? '~') || order(a.key, b.key))
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))

function expectedOf(term: Term, { reached, stated }: Happened): readonly Expected[] {
  const { key, label } = term
  const line = { key, term: key, label, period: null }
  switch (term.kind) {
    case 'fixed':
      return [{ ...line, kind: 'fixed', minor: term.minor, dueOn: term.dueOn }]
    case 'milestone': {
      const on = reached.get(key)
      const dueOn = on === undefined ? null : addDays(on, term.days)
      return [{ ...line, kind: 'milestone', minor: term.minor, dueOn }]
    }
    case 'royalty': {
      const { statementDays, payDays } = term.royalty
      return periodsOf(term.royalty).map(({ from, to }) => {
        const own = periodKey(key, from)
        const minimum = minimumOf(term.royalty, from)
        const minor = stated.get(own) ?? minimum
        return {
          ...{ ...line, key: own, kind: 'royalty', minor: minor > 0n ? minor : null },
          dueOn: addDays(to, payDays),
          period: { from, to, statementOn: addDays(to, statementDays) },
        }
      })
    }
    case 'equity':
      return []
  }
}

/** What terms come to, in whole fen; undefined where that depends on sales or on a rate of exchange. */
export function sumAgreed({
  currency,
  terms,
}: Pick<Terms, 'currency' | 'terms'>): bigint | undefined {
  if (currency !== 'CNY') return undefined
  return terms.reduce<bigint | undefined>((sum, term) => {
    if (sum === undefined || term.kind === 'royalty') return undefined
    return term.kind === 'equity' ? sum : sum + term.minor
  }, 0n)
}

/** The minimum of the period of a royalty that begins on a day. */
export function minimumOf({ minimum, broken }: RoyaltyTerm, from: Day): bigint {
  return broken?.from === from ? broken.minimum : minimum
}

/** A period of a royalty is known by the day it begins on. */
export function periodKey(term: string, from: Day): string {
  return `${term}/${from}`
}

/** The periods of a royalty, from its first day to its last; the last may be shorter. */
export function periodsOf({
  from,
  to,
  every,
}: Pick<RoyaltyTerm, 'from' | 'to' | 'every'>): readonly {
  readonly from: Day
  readonly to: Day
}[] {
  const periods: { from: Day; to: Day }[] = []
  for (let at = 0; ; at += 1) {
    const start = addMonths(from, at * every)
    if (start > to) return periods
    const end = addDays(addMonths(from, (at + 1) * every), -1)
    periods.push({ from: start, to: end > to ? to : end })
  }
}

function whole(text: unknown, field: string): bigint {
  if (typeof text === 'string' && /^\d{1,18}$/.test(text)) return BigInt(text)
  throw wrong(field, 'amount', '请填写金额', 'Give an amount')
}

function above0(text: unknown, field: string): bigint {
  const amount = whole(text, field)
  if (amount > 0n) return amount
  throw wrong(field, 'amount-above-zero', '金额须大于零', 'An amount is above zero')
}

function count(days: unknown, field: string): number {
  if (typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= 3660) return days
  throw wrong(field, 'days', '天数须为 0 至 3660 的整数', 'Days are a whole number up to 3660')
}

function wrong(field: string, rule: string, zh: string, en: string): InputError {
  return new InputError(field, rule, { zh, en })
}
