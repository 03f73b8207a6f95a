export const exports = {
  exports: {
    menu: 'Export',
    xlsx: 'Excel workbook (.xlsx)',
    csv: 'CSV file (.csv)',
  },
} as const
