/** Putting a paid distribution right. */
export const correction = {
  cost_late: '费用迟到',
  refund: '退款',
  income_wrong: '到账有误',
  share_wrong: '份额有误',
  other_cause: '其他原因',
  entry_error: '登记有误',
  repaid: '已退回',
  written_off: '经批准核销',
  tax_set_off: '代扣税款抵回',
} as const
