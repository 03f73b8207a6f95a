import { InputError, parseRatio } from '@yizhuan/kit'
import { type Currency, type PeriodMonths, perPieceMinor, perPieceText } from '@yizhuan/money'
import { minorText, typedMinor } from '../../ui/amounts.tsx'
import type { NewTermsWire, TermWire } from './money.api.ts'

// The terms of a contract while they are typed: every answer a text.

export interface BandDraft {
  readonly upTo: string
  readonly rate: string
}

export interface TermDraft {
  readonly key: string
  readonly kind: TermWire['kind']
  readonly label: string
  readonly amount: string
  readonly dueOn: string
  readonly days: string
  readonly words: string
  /** Whether a royalty is a share of sales, or so much for each of what is counted. */
  readonly measure: string
  readonly unit: string
  readonly counts: string
  readonly minimum: string
  readonly brokenMinimum: string
  readonly every: string
  readonly from: string
  readonly to: string
  readonly statementDays: string
  readonly payDays: string
  readonly bands: readonly BandDraft[]
}

export const brokenMinimums = ['days', 'whole', 'none'] as const

const blank = {
  ...{ label: '', amount: '', dueOn: '', days: '30', words: '' },
  ...{ measure: 'sales', unit: '', counts: 'period', minimum: '' },
  ...{ brokenMinimum: 'days', every: '12', from: '', to: '', statementDays: '30', payDays: '60' },
  bands: [{ upTo: '', rate: '' }],
}

/** A new term under a key that no other has. */
export function newTerm(kind: TermWire['kind'], known: readonly TermDraft[]): TermDraft {
  const numbers = known.map(({ key }) => Number(/^t(\d+)$/.exec(key)?.[1] ?? 0))
  return { ...blank, kind, key: `t${Math.max(0, ...numbers) + 1}` }
}

/** A term that holds, as it is typed. */
export function draftOf(term: TermWire, currency: string): TermDraft {
  const typed = (minor: string | null | undefined) => (minor ? typedMinor(minor, currency) : '')
  const { royalty } = term
  return {
    ...{ ...blank, key: term.key, kind: term.kind, label: term.label },
    ...{ amount: typed(term.minor), dueOn: term.dueOn ?? '', days: `${term.days ?? 30}` },
    words: term.words ?? '',
    ...(royalty && {
      ...{ counts: royalty.counts, every: `${royalty.every}`, from: royalty.from, to: royalty.to },
      minimum: royalty.minimum === '0' ? '' : typed(royalty.minimum),
      brokenMinimum: royalty.brokenMinimum ?? 'days',
      ...{ statementDays: `${royalty.statementDays}`, payDays: `${royalty.payDays}` },
      ...{ measure: royalty.unit === undefined ? 'sales' : 'pieces', unit: royalty.unit ?? '' },
      bands: royalty.bands.map(({ upTo, rate }) =>
        royalty.unit === undefined
          ? { upTo: typed(upTo), rate }
          : { upTo: upTo ?? '', rate: perPieceText(parseRatio(rate), currency as Currency) },
      ),
    }),
  }
}

/** What was typed as it is sent; what is no amount is sent as it is, and the server names the field. */
export function termOf(draft: TermDraft, currency: string): TermWire {
  const { key, kind, label } = draft
  const amount = (typed: string) => minorText(typed, currency) ?? typed
  const isByPiece = draft.measure === 'pieces'
  switch (kind) {
    case 'fixed':
      return { key, kind, label, minor: amount(draft.amount), dueOn: draft.dueOn }
    case 'milestone':
      return { key, kind, label, minor: amount(draft.amount), days: Number(draft.days) }
    case 'equity':
      return { key, kind, label, words: draft.words }
    case 'royalty':
      return {
        ...{ key, kind, label },
        royalty: {
          ...(isByPiece && { unit: draft.unit.trim() }),
          bands: draft.bands.map(({ upTo, rate }, at) => ({
            upTo: at === draft.bands.length - 1 ? null : isByPiece ? pieces(upTo) : amount(upTo),
            rate: isByPiece ? pieceRate(rate, currency) : shareOf(rate),
          })),
          counts: draft.counts === 'life' ? 'life' : 'period',
          minimum: draft.minimum.trim() === '' ? '0' : amount(draft.minimum),
          brokenMinimum: brokenMinimums.find((one) => one === draft.brokenMinimum) ?? 'days',
          every: Number(draft.every) as PeriodMonths,
          ...{ from: draft.from, to: draft.to },
          ...{ statementDays: Number(draft.statementDays), payDays: Number(draft.payDays) },
        },
      }
  }
}

const shareOf = (typed: string) =>
  /^[\d.]+$/.test(typed.trim()) ? `${typed.trim()}%` : typed.trim()

/** A number of pieces as it is sent: digits alone. */
export const pieces = (typed: string) => typed.normalize('NFKC').replace(/[\s,]/g, '')

/** What one piece costs as it is sent; what cannot be read goes with its currency, and the server refuses it. */
function pieceRate(typed: string, currency: string): string {
  try {
    return perPieceMinor(typed, currency as Currency)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return `${typed.trim()} ${currency}`
  }
}

/** Everything that was typed, as it is sent. */
export function termsOf(
  rows: readonly TermDraft[],
  head: {
    readonly currency: string
    readonly planRate: string
    readonly effectiveOn: string
    readonly reason: string
  },
): NewTermsWire {
  const { currency, planRate, effectiveOn, reason } = head
  return {
    ...{ currency, effectiveOn, reason: reason.trim() || null },
    planRate: currency === 'CNY' ? null : planRate.trim() || null,
    terms: rows.map((row) => termOf(row, currency)),
  }
}
