/** The list of invoices. */
export const invoices = {
  invoices: {
    title: 'Invoices',
    lead: 'The invoices of all contracts: drafted, issued, paid, red-letter or void; no number twice among those that stand.',
    search: 'Number, buyer or contract',
    none: 'No invoices yet',
    noneHint: 'Invoices are drafted and issued with the money of a contract.',
    from: 'Issued from',
    to: 'Issued to',
    totals: '{{count}} invoices; amount and tax of those not void:',
  },
}
