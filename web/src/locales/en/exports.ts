export const exports = {
  exports: {
    menu: 'Export',
    xlsx: 'Excel workbook (.xlsx)',
    csv: 'CSV file (.csv)',
    pdf: 'Paper to sign (.pdf)',
    docx: 'Paper to sign (.docx)',
    history: {
      xlsx: 'Export history (.xlsx)',
      csv: 'Export history (.csv)',
    },
  },
} as const
