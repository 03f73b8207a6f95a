export const modes = {
  plain: '普通许可',
  sole: '排他许可',
  exclusive: '独占许可',
  barred: '不得再许可',
  consent: '经同意可以再许可',
  free: '可以再许可',
  matched: '成交',
  unsold: '未成交',
  knocked_down: '拍定成交',
  no_sale: '流拍',
} as const
