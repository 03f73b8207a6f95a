export const exports = {
  exports: {
    menu: 'Export',
    xlsx: 'Excel workbook (.xlsx)',
    csv: 'CSV file (.csv)',
    pdf: 'Paper to sign (.pdf)',
    docx: 'Paper to sign (.docx)',
  },
} as const
