// What of receipts may be income twice: they arrived and paid nothing yet, while a claim of their contract, or of
// whoever paid them, stands in the books as income. So much is held until somebody says what they paid.

/** A receipt that paid nothing yet, or a part of one. */
export interface LooseReceipt {
  readonly id: string
  readonly contract: string | null
  readonly payer: string | null
  /** Whole fen of the own part that neither paid a claim nor went back. */
  readonly fen: bigint
}

/** What a contract has on the account of receivables, the own part of it. */
export interface StandingClaims {
  readonly contract: string
  readonly counterparty: string | null
  readonly fen: bigint
}

/** What is to be held of each receipt, in their order: those of a contract first, then those of none. */
export function toHold(
  receipts: readonly LooseReceipt[],
  claims: readonly StandingClaims[],
): ReadonlyMap<string, bigint> {
  const room = new Map(claims.map((one) => [one.contract, one.fen]))
  const held = new Map<string, bigint>()
  const take = ({ id, fen }: LooseReceipt, from: readonly string[]) => {
    let left = fen
    for (const contract of from) {
      const free = room.get(contract) ?? 0n
      const part = left < free ? left : free
      room.set(contract, free - part)
      left -= part
    }
    if (left < fen) held.set(id, fen - left)
  }
  for (const one of receipts) if (one.contract !== null) take(one, [one.contract])
  for (const one of receipts) if (one.contract === null) take(one, mayBeOf(one, claims))
  return held
}

/** A receipt whose payer nobody wrote down may be anybody's. */
const mayBeOf = ({ payer }: LooseReceipt, claims: readonly StandingClaims[]) =>
  claims
    .filter(({ counterparty }) => payer === null || counterparty === payer)
    .map(({ contract }) => contract)

/**
 * The step that brings what is held to what should be. A month that is closed again goes by what stood at its end:
 * more than still stands is never let go, since what paid a claim meanwhile let go of it already.
 */
export function stepTo(
  wanted: bigint,
  { stood, stands }: { readonly stood: bigint; readonly stands: bigint },
): bigint {
  if (wanted >= stood) return wanted - stood
  const gone = stands > wanted ? stands - wanted : 0n
  return stood - wanted < gone ? wanted - stood : -gone
}
