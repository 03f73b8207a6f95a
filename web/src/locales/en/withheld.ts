/** Tax withheld from payments. */
export const withheld = {
  withheld: {
    enter: 'Enter tax withheld',
    lead: 'The payroll works the tax out; only its result is entered here, and it settles nobody’s tax of the year. The file pays what is left after it; a batch that was approved is approved anew.',
    document: 'Paper of the payroll',
    file: 'File of tax (CSV)',
    table: 'Or paste a table',
    example: 'Reference,Tax withheld\n…',
    tableHint:
      'The first line names the columns, Reference and Tax withheld; in yuan, a blank enters nothing.',
    tax: 'Tax withheld',
    net: 'After tax',
    gross: 'Paid before tax',
    unknown: 'tax withheld not recorded',
    of: 'of it tax withheld',
    inAnswer: 'Where the tax was settled later, fill in its column.',
    unknownCount_one: '{{count}} payment without tax on record',
    unknownCount_other: '{{count}} payments without tax on record',
    tally_one: '{{count}} amount of tax was read',
    tally_other: '{{count}} amounts of tax were read',
    wrong: {
      noHeadings: 'The columns Reference and Tax withheld were not found.',
      noTax: 'An amount of tax cannot be read.',
      nothing: 'No tax is filled in.',
    },
  },
}
