import type { Words } from '@yizhuan/kit'

/** How an unpaid fee stands on a day. */
export const feeStateWords = {
  upcoming: { zh: '待缴', en: 'To be paid' },
  inGrace: { zh: '滞纳期内', en: 'Late, still payable' },
  missed: { zh: '逾期未缴', en: 'Missed' },
} as const satisfies Record<string, Words>

/** What was decided of a right before its fee. */
export const decisionWords = {
  keep: { zh: '维持', en: 'Keep' },
  abandon: { zh: '放弃', en: 'Let go' },
  sell: { zh: '转让', en: 'Sell' },
  open_licence: { zh: '开放许可', en: 'License openly' },
} as const satisfies Record<string, Words>
