import { inRegister } from '../vocabulary/achievement.ts'
import { Deal, fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const exclusiveLicence: Scenario = {
  title: {
    zh: '独占许可之后，同一成果不能再许可他人',
    en: 'After an exclusive licence nobody else gets one of the same achievement',
  },
  story: {
    zh: '成果在全国、止血领域独占许可五年。随后有企业来谈同一领域的普通许可，系统从登记簿中查出已有独占许可，拒绝方案；换一个领域就可以。',
    en: 'An achievement is licensed exclusively for haemostasis, nationwide and for years. When another firm asks for a plain licence in the same field, the register finds the first one and the proposal is refused; in another field it goes on.',
  },
  async tells(scene) {
    const { on, later, goesOn, officer, finance, refused, ends } = scene
    await on('2026-03-02')
    const achievementId = await inRegister(scene, '可吸收止血材料（虚构）')
    const first = new Deal({
      title: '止血材料独占许可',
      achievement: '可吸收止血材料（虚构）',
      achievementId,
      team: [{ name: '甲示例' }],
      mode: 'license',
      counterparty: '样例科技（虚构）',
      price: '2,000,000',
      terms: {
        licenceKind: 'exclusive',
        field: '止血',
        territory: '全国',
        licenceUntil: '2031-12-31',
        sublicence: 'consent',
      },
    })
    await goesOn(first, 'reports')
    await officer.records('licenceRecorded', { number: '备-示例1' })
    const sold = { sales: fenOf('400,000'), royalty: fenOf('20,000') }
    const may = { from: '2026-05-01', to: '2026-05-31', ...sold }
    await later({ days: 30 })
    await refused('royalty-period-running', finance.records('royaltyReported', may))
    await on('2026-06-08')
    await finance.records('royaltyReported', may)
    await refused('royalty-stated-already', finance.records('royaltyReported', may))

    const second = first.with({
      title: '止血材料普通许可',
      counterparty: '样本诊断（虚构）',
      price: '300,000',
      terms: { licenceKind: 'plain', field: '止血' },
    })
    second.reached = undefined
    await goesOn(second, 'logsTheTalks')
    await refused('grant-conflict', officer.proposes(second))
    const elsewhere = second.with({ terms: { licenceKind: 'plain', field: '创面敷料' } })
    await goesOn(elsewhere, 'publishesTheNotice')
    await later({ days: 5 })
    await refused('gd-2025#a14.p1.i3', officer.certifiesTheNotice(elsewhere))
    await goesOn(elsewhere, 'signs')
    await ends({ status: 'open', stage: 'performance', papers: ['key-terms'] })
  },
}
