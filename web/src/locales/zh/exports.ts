export const exports = {
  exports: {
    menu: '导出',
    xlsx: 'Excel 工作簿（.xlsx）',
    csv: 'CSV 文件（.csv）',
    pdf: '打印件（.pdf，含签字栏）',
    docx: '打印件（.docx，含签字栏）',
    history: {
      xlsx: '导出变更记录（.xlsx）',
      csv: '导出变更记录（.csv）',
    },
  },
} as const
