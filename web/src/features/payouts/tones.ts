import type { PaymentWire, PayoutBatchLineWire } from './payout.api.ts'

/** How a batch is coloured; its word stands beside it always. */
export const toneOfPayout: Readonly<Record<PayoutBatchLineWire['state'], string>> = {
  gathering: 'chip-current',
  made: 'chip-due',
  approved: 'chip-open',
  settled: 'chip-done',
  refused: 'chip-breached',
  cancelled: '',
}

/** How a payment is coloured. */
export const toneOfPayment: Readonly<Record<PaymentWire['state'], string>> = {
  ordered: 'chip-due',
  sent: 'chip-open',
  paid: 'chip-done',
  returned: 'chip-breached',
  dropped: '',
}
