import { type PaymentState, turnOf } from './payment.ts'

// What the bank or the payroll says became of payments, line by line, held against what was ordered.
// The same answer read twice changes nothing the second time.

/** An order as an answer names it. */
export interface Asked {
  readonly reference: string
  /** Before tax. */
  readonly fen: bigint
  /** What of it was withheld for tax; undefined while nobody has said. */
  readonly withheld?: bigint | undefined
  /** Shares: nothing is withheld from them. */
  readonly isInShares?: boolean | undefined
  readonly state: PaymentState
  /** The day on which it was paid. */
  readonly paidOn?: string | undefined
}

/** What is said of one payment. */
export interface Told {
  readonly reference: string
  /** What moved: what is left after tax. */
  readonly fen: bigint
  /** What was withheld, where the answer says it. */
  readonly withheld?: bigint | undefined
  readonly outcome: 'paid' | 'returned'
  /** The day on which the money went, or came back. */
  readonly on?: string | undefined
}

export type ProofFault =
  | 'unknown'
  | 'twice'
  | 'other-amount'
  | 'other-tax'
  | 'not-sent'
  | 'returned-before'
  | 'back-before-paid'

/** A line that does not fit, by its place; of another amount, which one would. */
export interface FaultyLine {
  readonly at: number
  readonly fault: ProofFault
  readonly due?: bigint
}

/** Which orders turn, or every line that does not fit. */
export type Proof<Line extends Told> =
  | { readonly turns: readonly Line[] }
  | { readonly faults: readonly FaultyLine[] }

/** Reads an answer whole or not at all. */
export function readProof<Line extends Told>(
  orders: ReadonlyMap<string, Asked>,
  told: readonly Line[],
): Proof<Line> {
  const seen = new Set<string>()
  const faults: FaultyLine[] = []
  const turns: Line[] = []
  for (const [at, line] of told.entries()) {
    const order = orders.get(line.reference)
    const fault = faultOf(order, line, seen)
    seen.add(line.reference)
    const due = fault === 'other-amount' && order ? { due: dueOf(order, line) } : {}
    if (fault) faults.push({ at, fault, ...due })
    else if (order && turnOf(order.state, line.outcome) === 'turns') turns.push(line)
  }
  return faults.length > 0 ? { faults } : { turns }
}

function faultOf(
  order: Asked | undefined,
  line: Told,
  seen: ReadonlySet<string>,
): ProofFault | undefined {
  const { reference, fen, outcome } = line
  if (!order) return 'unknown'
  if (seen.has(reference)) return 'twice'
  if (isOtherTax(order, line)) return 'other-tax'
  // Where tax is withheld, the gross amount did not move: whoever was paid it got too much.
  if (fen !== dueOf(order, line)) return 'other-amount'
  if (isBackBeforePaid(order, line)) return 'back-before-paid'
  if (turnOf(order.state, outcome) !== 'barred') return undefined
  return order.state === 'returned' ? 'returned-before' : 'not-sent'
}

/** What moves of a payment as far as anybody said what is withheld. */
const dueOf = (order: Asked, { withheld }: Told): bigint =>
  netOf(order.fen, withheld ?? order.withheld)

/** What did not go out yet cannot come back. */
const isBackBeforePaid = ({ state, paidOn }: Asked, { outcome, on }: Told): boolean =>
  state === 'paid' && outcome === 'returned' && (on ?? '') < (paidOn ?? '')

/** Tax that exceeds its payment, or is not what was said of it before. */
function isOtherTax(order: Asked, { withheld }: Told): boolean {
  if (withheld === undefined) return false
  if (order.isInShares) return true
  if (withheld < 0n || withheld > order.fen) return true
  if (order.withheld !== undefined) return withheld !== order.withheld
  return order.state !== 'ordered' && order.state !== 'sent'
}

/** What reaches somebody of a payment. While nobody has said what is withheld, that is all of it. */
export const netOf = (gross: bigint, withheld: bigint | null | undefined): bigint =>
  gross - (withheld ?? 0n)
