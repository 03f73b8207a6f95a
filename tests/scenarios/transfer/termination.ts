import { Deal, fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const termination: Scenario = {
  title: {
    zh: '签约后终止：变更登记、补充报告，余款核销后结案，迟到款重开',
    en: 'Terminated after signing, closed, and reopened for a late receipt',
  },
  story: {
    zh: '对方违约，合同提前终止。须变更登记、补充报告，已到账的照常分配，余款核销后结案。数月后收到迟到的违约款，重开、分配、再结案。',
    en: 'The buyer breaks the contract and it ends early. The registration is amended, the report supplemented, what came in is shared out, the rest written off. A late payment reopens the case, is shared, and the case is closed again.',
  },
  async tells(scene) {
    const { on, later, goesOn, officer, legal, finance, leaders, refused, advised, ends } = scene
    const deal = new Deal({
      title: '穿戴传感器许可',
      achievement: '穿戴传感器（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'license',
      counterparty: '样例器械（虚构）',
      price: '1,000,000',
      split: {
        team: { 甲示例: '280,000.00' },
        office: '40,000.00',
        officeStaff: '20,000.00',
        house: '80,000.00',
      },
    })
    await on('2026-03-02')
    await goesOn(deal, 'reports')
    await finance.receives(deal, { amount: fenOf('400,000') })
    await later({ days: 10 })
    await legal.records('terminated', { reason: '对方违约' })
    await officer.makes('termination-notice')
    await refused('gd-2025#a14.p1.i8', officer.closes(deal))
    await advised('gd-2025#a14.p1.i6')
    await officer.records('registrationAmended', { remark: '注销登记' })
    await advised('gd-2025#a14.p1.i7')
    await officer.records('reportSupplemented', {
      hasDecisions: true,
      hasContract: true,
      hasIncome: true,
      final: true,
    })
    await goesOn(deal, 'pays')
    const lost = { amount: fenOf('600,000'), reason: '对方破产' }
    await refused('write-off-not-proposed', finance.records('receivableWrittenOff', lost))
    await finance.records('writeOffProposed', lost, { papers: ['破产裁定.pdf'] })
    await refused('own-write-off', finance.records('receivableWrittenOff', lost))
    await leaders.records('receivableWrittenOff', lost)
    await officer.closes(deal)
    await on('2026-10-12')
    const late = deal.with({
      split: {
        team: { 甲示例: '7,000.00' },
        office: '1,000.00',
        officeStaff: '500.00',
        house: '2,000.00',
      },
    })
    await refused(
      'case-closed',
      finance.receives(late, { amount: fenOf('10,000'), voucher: '收-2' }),
    )
    await officer.records('reopened', { reason: '收到迟到的违约款' })
    await finance.receives(late, { amount: fenOf('10,000'), voucher: '收-2' })
    await refused('gd-2025#a14.p1.i8', officer.closes(late))
    late.reached = 'receiptRecorded'
    await goesOn(late, 'closes')
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '287,000.00' },
      office: '41,000.00',
      house: '82,000.00',
      papers: ['termination-notice', 'closing-report'],
    })
  },
}
