/** A contract that was concluded before its case. */
export const takeover = {
  takeover: {
    open: '立项接手此合同',
    opening: '为已签合同立项：{{title}}',
    openingHint:
      '项目从合同的收款和分配开始；签约前的步骤凭文件和日期写明，不重新办理。立项后请办理“接手已签合同”。',
    before: '接手前',
    notHere: '签约及此前步骤未在平台办理',
    start: {
      title: '启用平台之日',
      note: '此日之前签订的合同可以接手；此日起签订的合同须在平台办理报备、审核、公示和决策。由一人提出，另一人确认，全部留痕。',
      none: '尚未确定；确定前不能接手合同。',
      propose: '提出启用日',
      proposeHint: '按启用平台的通知或会议纪要填写；由另一人确认后生效。',
      from: '启用平台之日',
      reason: '依据',
      waiting: '{{by}}提出的启用日 {{day}} 等待另一人确认',
      another: '须由您以外的人确认。',
      confirm: '确认',
      withdraw: '撤回',
      kinds: { proposed: '提出', withdrawn: '撤回', confirmed: '确认' },
    },
    waiting_one: '台账中有 {{count}} 笔到账尚未纳入本项目',
    waiting_other: '台账中有 {{count}} 笔到账尚未纳入本项目',
    waitingHint:
      '由财务逐笔纳入后即可分配；台账所记的费用请在项目中另行登记，账务随项目记账，不会重复。',
    serviceMoney: '接手前的到账和奖酬',
    serviceMoneyHint: '接手前已分配的计入本合同的累计金额，不再结算和发放。',
    noneEarlier: '接手前没有分配。',
    paidOn: '发放日',
    rewarded: '奖酬',
    document: '依据的文件',
    noVoucher: '无凭证号',
    takeIn: '纳入本项目',
    takeInHint: '金额和到账日以台账为准；台账有误的请先更正台账。',
    inBudget: '是否纳入单位预算',
  },
}
