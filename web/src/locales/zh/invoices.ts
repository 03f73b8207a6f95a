/** The list of invoices. */
export const invoices = {
  invoices: {
    title: '发票',
    lead: '全部合同的发票：草稿、已开具、已收款、红字和已作废；有效发票的号码不重复。',
    search: '发票号码、购买方或合同',
    none: '还没有发票',
    noneHint: '在合同的“收款”部分拟制和开具发票。',
    from: '开票日期自',
    to: '开票日期至',
    totals: '共 {{count}} 张；未作废的价税合计与税额：',
  },
}
