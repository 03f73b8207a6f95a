import type { LedgerReading } from './reading.ts'

/**
 * The reading as JSON: amounts are whole numbers of fen. No ledger comes near the 90 trillion yuan
 * from which a JSON number would lose a fen; one that does is written as text.
 */
export function readingToJson(reading: LedgerReading): string {
  return JSON.stringify(
    reading,
    (_, value) => (typeof value === 'bigint' ? exact(value) : value),
    2,
  )
}

function exact(fen: bigint): number | string {
  const number = Number(fen)
  return Number.isSafeInteger(number) ? number : String(fen)
}
