export const exports = {
  exports: {
    menu: '导出',
    xlsx: 'Excel 工作簿（.xlsx）',
    csv: 'CSV 文件（.csv）',
  },
} as const
