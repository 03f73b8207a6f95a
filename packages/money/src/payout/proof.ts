import { type PaymentState, turnOf } from './payment.ts'

// What the bank or the payroll says became of payments, line by line, held against what was ordered.
// The same answer read twice changes nothing the second time.

/** An order as an answer names it. */
export interface Asked {
  readonly reference: string
  readonly fen: bigint
  readonly state: PaymentState
}

/** What is said of one payment. */
export interface Told {
  readonly reference: string
  readonly fen: bigint
  readonly outcome: 'paid' | 'returned'
}

export type ProofFault = 'unknown' | 'twice' | 'other-amount' | 'not-sent' | 'returned-before'

/** Which orders turn, or every line that does not fit, by its place. */
export type Proof<Line extends Told> =
  | { readonly turns: readonly Line[] }
  | { readonly faults: readonly { readonly at: number; readonly fault: ProofFault }[] }

/** Reads an answer whole or not at all. */
export function readProof<Line extends Told>(
  orders: ReadonlyMap<string, Asked>,
  told: readonly Line[],
): Proof<Line> {
  const seen = new Set<string>()
  const faults: { at: number; fault: ProofFault }[] = []
  const turns: Line[] = []
  for (const [at, line] of told.entries()) {
    const order = orders.get(line.reference)
    const fault = faultOf(order, line, seen)
    seen.add(line.reference)
    if (fault) faults.push({ at, fault })
    else if (order && turnOf(order.state, line.outcome) === 'turns') turns.push(line)
  }
  return faults.length > 0 ? { faults } : { turns }
}

function faultOf(
  order: Asked | undefined,
  { reference, fen, outcome }: Told,
  seen: ReadonlySet<string>,
): ProofFault | undefined {
  if (!order) return 'unknown'
  if (seen.has(reference)) return 'twice'
  if (order.fen !== fen) return 'other-amount'
  if (turnOf(order.state, outcome) !== 'barred') return undefined
  return order.state === 'returned' ? 'returned-before' : 'not-sent'
}
