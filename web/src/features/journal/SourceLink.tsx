/** The record that something was posted for. */
export interface Source {
  readonly source: string
  readonly recordId: string
  readonly subject: string
}

const pages: Readonly<Record<string, string>> = {
  case: '/cases',
  receipt: '/receipts',
  asset: '/assets',
  asset_booking: '/assets',
  fee_batch: '/fee-batches',
  right_fee: '/rights',
  fee_share: '/rights',
  payout: '/cases',
  grant_bonus: '/grant-bonuses',
  staff_award: '/staff-awards',
  fund: '/funds',
  receivable: '/contracts',
  closing: '/closings',
  tax_remittance: '/tax-remittances',
  vat_settlement: '/vat',
  receipt_hold: '/receipts',
}

/** Leads from an entry of the journal to the record it rests on. */
export function SourceLink({ of }: { of: Source }) {
  const page = pages[of.source]
  const name = of.subject === '' ? '—' : of.subject
  return page ? <a href={`${page}/${of.recordId}`}>{name}</a> : <span>{name}</span>
}
