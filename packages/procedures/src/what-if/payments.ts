// When the money of a deal is expected: at once, or by terms as a contract says them. What falls due and when
// is worked out as for the receivables of a contract (packages/money/src/terms).
import {
  type Day,
  type Fen,
  InputError,
  parseRatio,
  parseYuan,
  day as readDay,
  type Words,
} from '@yizhuan/kit'
import {
  type Happened,
  periodKey,
  periodsOf,
  perPieceMinor,
  readTerms,
  royaltyOn,
  scheduleOf,
  type Term,
  type WrittenRoyalty,
  type WrittenTerm,
} from '@yizhuan/money'

/** Payments that a deal may agree on beside equity. */
export const paymentKinds = ['fixed', 'milestone', 'royalty'] as const

/** One payment, or the royalty of some years, as typed: amounts in yuan. */
export interface PaymentTyped {
  readonly kind: (typeof paymentKinds)[number]
  /** What is paid; of a royalty the minimum of a period. */
  readonly amount: string
  /** The day on which it is due; on which the milestone is expected; on which the royalty begins. */
  readonly on: string
  /** Days from the milestone, or from the end of a period, to the payment. */
  readonly days: string
  /** The last day of a royalty, and how many months a period has. */
  readonly to: string
  readonly every: string
  /** What is counted, where the royalty is so much for each piece; null where it is a share of sales. */
  readonly unit: string | null
  /** Whether the bands begin anew each period, or count all sales. */
  readonly counts: 'period' | 'life'
  readonly bands: readonly BandTyped[]
  /** The sales, or pieces, expected of each period in turn; the last goes on. */
  readonly sales: string
}

/** A rate up to an amount of sales, or yuan for a piece up to a number; the last band has no end. */
export interface BandTyped {
  readonly upTo: string
  readonly rate: string
}

/** A payment as it is expected. */
export interface Payment {
  readonly on: Day
  readonly amount: Fen
  /** Which of the payments that were typed; none where all comes at once. */
  readonly of?: number
  readonly period?: { readonly from: Day; readonly to: Day }
}

/** A payment to begin with. */
export const firstPayment = (kind: PaymentTyped['kind'], on: string): PaymentTyped => ({
  kind,
  amount: kind === 'royalty' ? '0' : '500000',
  on,
  days: '30',
  to: `${Number(on.slice(0, 4)) + 2}-12-31`,
  every: '12',
  unit: null,
  counts: 'period',
  bands: [{ upTo: '', rate: '3%' }],
  sales: kind === 'royalty' ? '1000000' : '',
})

type Wrong = (field: string, text: Words) => void

/** The payments that follow from what was typed, by their days; what cannot be read is told at its field. */
export function readPayments(typed: readonly PaymentTyped[], wrong: Wrong): readonly Payment[] {
  const terms = typed.flatMap((payment, at) => {
    try {
      return [readOne(payment, at)]
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      wrong(`payments[${at}]`, error.words)
      return []
    }
  })
  const payments = terms.flatMap(({ term, at, happened }) =>
    scheduleOf({ terms: [term] }, happened).flatMap(({ dueOn, minor, period }): Payment[] =>
      dueOn && minor !== null && minor > 0n
        ? [
            {
              ...{ on: dueOn, amount: minor as Fen, of: at },
              ...(period && { period: { from: period.from, to: period.to } }),
            },
          ]
        : [],
    ),
  )
  if (payments.length > MOST)
    wrong('payments', {
      zh: `到账不能超过 ${MOST} 笔，请缩短提成期或者延长每期`,
      en: `there are more than ${MOST} payments: shorten the royalty or lengthen its periods`,
    })
  return payments.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}

/** More than anybody reads, and than is worked out while somebody types. */
const MOST = 60

function readOne(typed: PaymentTyped, at: number) {
  const key = `p${at}`
  const written: WrittenTerm = {
    ...{ key, kind: typed.kind, label: key, minor: fenOf(typed.amount) },
    ...{ dueOn: typed.on, days: wholeOf(typed.days) },
    royalty: typed.kind === 'royalty' ? writtenRoyalty(typed) : null,
  }
  const [term] = readTerms({ currency: 'CNY', planRate: null, terms: [written] }).terms
  if (!term) throw new TypeError('Of one term that is read there is one.')
  return { term, at, happened: expectedOf(term, typed) }
}

const writtenRoyalty = ({ bands, ...typed }: PaymentTyped): WrittenRoyalty => ({
  ...(typed.unit !== null && { unit: typed.unit }),
  bands: bands.map(({ upTo, rate }, at) => ({
    upTo: at === bands.length - 1 ? null : measured(upTo, typed),
    rate: typed.unit === null ? ratioOf(rate) : perPieceMinor(rate, 'CNY'),
  })),
  ...{ counts: typed.counts, minimum: fenOf(typed.amount), every: wholeOf(typed.every) },
  ...{ from: typed.on, to: typed.to, statementDays: 0, payDays: wholeOf(typed.days) },
})

/** What is expected to happen: the milestone on its day, and the sales of each period. */
function expectedOf(term: Term, typed: PaymentTyped): Happened {
  const { kind, on } = typed
  const reached = new Map<string, Day>(kind === 'milestone' ? [[term.key, readDay(on, 'on')]] : [])
  const stated = new Map<string, bigint>()
  if (term.kind === 'royalty') {
    const each = salesOf(typed)
    let before = 0n
    for (const [at, { from }] of periodsOf(term.royalty).entries()) {
      const sold = each[at] ?? each.at(-1) ?? 0n
      stated.set(periodKey(term.key, from), royaltyOn(term.royalty, sold, before).due)
      before += sold
    }
  }
  return { reached, stated }
}

const salesOf = (typed: PaymentTyped): readonly bigint[] =>
  typed.sales
    .normalize('NFKC')
    .split(/[;、\s]+|,(?=\s|$)/)
    .filter(Boolean)
    .map((one) => BigInt(measured(one, typed)))

/** An amount of sales in fen, or a number of pieces. */
function measured(text: string, typed: Pick<PaymentTyped, 'unit'>): string {
  if (typed.unit === null) return fenOf(text)
  const count = plain(text).replace(/,/g, '')
  if (!/^\d{1,15}$/.test(count)) {
    throw new InputError('sales', 'count', {
      zh: '数量请填写整数',
      en: 'A number of pieces is a whole number',
    })
  }
  return `${BigInt(count)}`
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s¥]/g, '')

/** An amount in fen, as terms are written; a wrong one is refused by the reader of terms. */
const fenOf = (text: string): string => `${parseYuan(plain(text), 'amount')}`

/** "3" and "3%" are the same rate here: nobody agrees on three times the sales. */
const ratioOf = (text: string): string => {
  const rate = plain(text)
  const said = /^[1-9]\d*(\.\d+)?$/.test(rate) ? `${rate}%` : rate
  parseRatio(said, 'rate')
  return said
}

const wholeOf = (text: string): number => (/^\d{1,4}$/.test(plain(text)) ? Number(plain(text)) : -1)
