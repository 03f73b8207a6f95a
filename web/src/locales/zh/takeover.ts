/** A contract that was concluded before its case. */
export const takeover = {
  takeover: {
    open: '立项接手此合同',
    opening: '为已签合同立项：{{title}}',
    openingHint:
      '项目从合同的收款和分配开始；签约前的步骤凭文件和日期写明，不重新办理。立项后请办理“接手已签合同”。',
    before: '接手前',
    waiting_one: '台账中有 {{count}} 笔到账尚未纳入本项目',
    waiting_other: '台账中有 {{count}} 笔到账尚未纳入本项目',
    waitingHint:
      '由财务逐笔纳入后即可分配；台账所记的费用请在项目中另行登记，账务随项目记账，不会重复。',
    noVoucher: '无凭证号',
    takeIn: '纳入本项目',
    takeInHint: '金额和到账日以台账为准；台账有误的请先更正台账。',
    inBudget: '是否纳入单位预算',
  },
}
