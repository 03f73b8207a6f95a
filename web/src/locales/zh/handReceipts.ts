/** Receipts that finance enters by hand. */
export const handReceipts = {
  handReceipts: {
    enter: '登记到账',
    lead: '登记项目和台账都没有的到账；项目的到账在项目中登记。同一账户的同一凭证只登记一次。',
    accountHint: '到账的本单位账户，例如开户行和账号末四位',
    voucherHint: '银行回单或记账凭证的编号',
    wholeHint: '一笔到账分几份登记的，填写凭证的总额；整笔登记的不填',
    bookedHint: '按汇率折合的入账金额；填写汇率的可不填',
    contract: '合同',
    contractHint: '尚不清楚属于哪份合同的不选，以后在“待关联和核对的到账”中补。',
    save: '登记',
    giveBack: '登记退款',
    giveBackHint: '退回付款单位的款项，从这笔到账中扣除；已核对应收款的部分，先撤回核对再退。',
    gaveBackOn: '退款日期',
    gaveBack: '退款金额',
    fromAccount: '付款账户',
    fromAccountHint: '付出退款的本单位账户，例如开户行和账号末四位',
    paidVoucherHint: '付款回单或记账凭证的编号',
    takeBack: '撤回登记',
    takeBackHint:
      '登记有误的，撤回后另行登记；原登记和理由保留可查。已核对、已关联退款或已列入核定单的，先撤回那些。',
  },
} as const
