import { inRegister } from '../vocabulary/achievement.ts'
import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const oneOfSeveralLicences: Scenario = {
  title: {
    zh: '同一成果先后普通许可两家，第三家不能独占',
    en: 'Two plain licences of one achievement stand side by side; a third cannot be exclusive',
  },
  story: {
    zh: '同一成果普通许可给两家企业，互不妨碍。第三家要求独占，与在先的两份许可冲突；改为普通许可后照常办理。',
    en: 'One achievement is licensed to two firms, neither in the way of the other. A third wants to be the only one, which contradicts both; as a plain licence it goes on.',
  },
  async tells(scene) {
    const { on, later, goesOn, officer, refused, about, play, ends } = scene
    await on('2026-03-02')
    const achievementId = await inRegister(scene, '术中标记物（虚构）')
    const deal = (counterparty: string, licenceKind: 'plain' | 'exclusive' = 'plain') =>
      new Deal({
        title: `术中标记物许可（${counterparty}）`,
        achievement: '术中标记物（虚构）',
        achievementId,
        team: [{ name: '甲示例' }],
        mode: 'license',
        counterparty,
        price: '200,000',
        terms: { licenceKind },
      })
    await goesOn(deal('示例生物（虚构）'), 'signs')
    const first = play.inHand
    await goesOn(deal('拟真药业（虚构）'), 'signs')
    const third = deal('样本诊断（虚构）', 'exclusive')
    await goesOn(third, 'logsTheTalks')
    await refused('grant-conflict', officer.proposes(third))
    const plain = deal('样本诊断（虚构）')
    plain.reached = third.reached
    await goesOn(plain, 'publishesTheNotice')
    await later({ days: 5 })
    await refused('gd-2025#a14.p1.i3', officer.certifiesTheNotice(plain))
    await about(first)
    await ends({ status: 'open', stage: 'performance' })
  },
}
