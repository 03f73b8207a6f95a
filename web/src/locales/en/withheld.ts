/** Tax withheld from payments. */
export const withheld = {
  withheld: {
    enter: 'Enter tax withheld',
    lead: 'The payroll works the tax out; only its result is entered here, and it settles nobody’s tax of the year. The file pays what is left after it; a batch that was approved is approved anew.',
    enterLate: 'Enter tax late',
    lateLead:
      'For payments that were through before anybody entered their tax: the books then show what was paid after tax, and owe the tax to the tax office. Where it was entered wrongly, enter it again; the difference is an entry of its own.',
    document: 'Paper of the payroll',
    file: 'The list, filled in (XLSX or CSV)',
    list: 'Take the list of payments; the payroll fills in the column of tax:',
    faulty_one:
      '{{count}} of {{lines}} lines do not fit; correct them and choose the file again. No line was taken.',
    faulty_other:
      '{{count}} of {{lines}} lines do not fit; correct them and choose the file again. No line was taken.',
    table: 'Or paste a table',
    example: 'Reference,Tax withheld\n…',
    tableHint:
      'The first line names the columns, Reference and Tax withheld; in yuan, a blank enters nothing.',
    tax: 'Tax withheld',
    net: 'After tax',
    gross: 'Paid before tax',
    unknown: 'tax withheld not recorded',
    restUnknown: 'known once the tax is recorded',
    of: 'of it tax withheld',
    inAnswer:
      'Where the tax was settled later, fill in its column, and what is left after it as the amount.',
    unknownCount_one: '{{count}} payment without tax on record',
    unknownCount_other: '{{count}} payments without tax on record',
    wholeCount_one:
      '{{count}} payment is withheld whole: in no file, settled when the file is made',
    wholeCount_other:
      '{{count}} payments are withheld whole: in no file, settled when the file is made',
    tally_one: '{{count}} amount of tax was read',
    tally_other: '{{count}} amounts of tax were read',
    wrong: {
      noHeadings: 'The columns Reference and Tax withheld were not found.',
      noTax: 'An amount of tax cannot be read.',
      nothing: 'No tax is filled in.',
    },
  },
}
