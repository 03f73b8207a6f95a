/** The list of invoices. */
export const invoices = {
  invoices: {
    title: 'Invoices',
    lead: 'The invoices of all contracts: drafted, issued, paid or void; no number twice.',
    search: 'Number, buyer or contract',
    none: 'No invoices yet',
    noneHint: 'Invoices are drafted and issued with the money of a contract.',
    from: 'Issued from',
    to: 'Issued to',
    totals: '{{count}} invoices; amount and tax of those not void:',
  },
}
