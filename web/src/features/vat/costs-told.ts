import type { VatWire } from './vat.api.ts'

/** What is to be said of tax in costs of deals: some can be recorded yet, or more is recorded than stands there. */
export function costsTold({
  costsFen,
  months,
}: Pick<VatWire, 'costsFen' | 'months'>): 'open' | 'above' | undefined {
  if (costsFen.startsWith('-')) return 'above'
  const isOwed = months.some(({ owedFen }) => BigInt(owedFen) > 0n)
  return isOwed && costsFen !== '0' ? 'open' : undefined
}
