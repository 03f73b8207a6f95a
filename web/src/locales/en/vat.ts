/** The value added tax of invoices on its way to the tax office. */
export const vat = {
  vat: {
    title: 'VAT owed',
    lead: 'Output VAT of the invoices of transfers and service contracts, by the month in which it arose; income stands in the books without it.',
    months: 'VAT by month',
    arisen: 'Output VAT',
    through: 'Owed through the month',
    owed: 'Owed in all',
    claimed: 'Settled too much in all',
    none: 'No VAT is owed yet',
    noneHint: 'Once a taxed invoice is issued its month stands here; an exempt one bears no tax.',
    record: 'Record what became of it',
    recordLead:
      'Record what was done already, no more than is owed through the month; who declares by the quarter records it for the last month. A mistake is reversed by another person.',
    documentHint: 'Number of the tax certificate, the return or the voucher',
    costs: {
      open: {
        title: 'Costs of cases hold tax that was paid',
        lead: 'Tax in the costs of deals lessened income and money when it was booked. What of it is the VAT of invoices, record as paid as a cost of a deal, or income is lessened twice. Not recorded yet:',
      },
      above: {
        title: 'More is recorded as paid as a cost than costs hold',
        lead: 'Tax of a deal was corrected or came back, and more is recorded as paid as a cost of a deal than the costs of deals hold. Another person reverses the record that is wrong. Too much:',
      },
    },
    deals: 'Cases that deduct other tax than their invoices bear',
    dealsLead:
      'A distribution deducts the costs of its case only, never the tax of an invoice by itself: what is left out is not deducted, what is too much is. Check whether the tax is among the costs; the difference may also be surcharges.',
    invoiced: 'Tax of invoices',
    deducted: 'Tax in the case',
    settlements: 'Records',
    noSettlements: 'Nothing is recorded yet',
    reverse: 'Reverse',
    reverseLead:
      'What was recorded by mistake is taken back in red and stays on record; it can be recorded anew.',
    otherReverses: 'If it is wrong, another person reverses it.',
    fields: {
      month: 'Month',
      kind: 'What became of it',
      amountFen: 'Amount',
      onDay: 'Day',
      document: 'Proof',
      remark: 'Remark',
      state: 'State',
      madeBy: 'Recorded by',
      madeName: 'Recorded by',
      madeOn: 'Recorded on',
      reversedOn: 'Reversed',
      reversedFor: 'Why reversed',
      reversedBy: 'Reversed by',
      reversedName: 'Reversed by',
    },
    values: {
      paid: 'Paid',
      given_back: 'Given back by the tax office',
      carried: 'Declared with the house',
      relieved: 'Not levied',
      costed: 'Paid as a cost of a deal',
      recorded: 'Recorded',
      reversed: 'Reversed',
    },
  },
}
