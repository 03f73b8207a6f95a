import { Deal, fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'
import {
  clauses,
  enabling,
  fit,
  member,
  minutes,
  noticeOf,
  resolution,
  shownUntil,
} from './usual.ts'

/** The transfer of the share that the hospital kept. */
const shareOf = (takers: string) =>
  new Deal({
    title: '止血材料留存份额转让',
    achievement: '可吸收止血材料（虚构）',
    team: [{ name: '甲示例' }, { name: '乙示例' }],
    mode: 'assignment',
    counterparty: takers,
    price: '300,000',
  })

export const empowermentOwnership: Scenario = {
  title: {
    zh: '赋予所有权，其后单位份额也转给团队',
    en: 'Ownership is given to the team, and later the retained share as well',
  },
  story: {
    zh: '团队申请七成所有权。先报六成，依条文决策不了；公示未满期，协议签不了。变更登记后共有，一年内单位把三成份额有偿转给团队，付清后完全归团队。',
    en: 'The team asks for seven tenths. Six tenths cannot be decided by the article, and no agreement comes before the notice is over. The right is registered and held together; within the year the hospital sells its three tenths to the team.',
  },
  async tells({
    on,
    about,
    play,
    today,
    inventor,
    reviewer,
    leaders,
    officer,
    refused,
    waits,
    ends,
  }) {
    await on('2026-02-02')
    await inventor.opens('empowerment_ownership', {
      title: '止血材料赋权',
      achievement: '可吸收止血材料（虚构）',
      right: '一种止血材料（示例专利）',
      rightEndsOn: '2041-01-04',
      team: [member('甲示例', '60%'), member('乙示例', '40%')],
      representative: '甲示例',
      agreedInWriting: true,
    })
    const application = {
      ownershipShare: '60%',
      incomeShare: '70%',
      equityShare: '70%',
      ...enabling,
    }
    await inventor.records('applied', application)
    await on('2026-02-10')
    await reviewer.records('screened', fit)
    await on('2026-03-02')
    await refused('gd-2025#a25.p2', leaders.records('decided', resolution, minutes))
    await inventor.records('applied', { ...application, ownershipShare: '70%' })
    await reviewer.records('screened', fit)
    await leaders.records('decided', resolution, minutes)
    await on('2026-03-05')
    await officer.records('noticePublished', noticeOf('止血材料赋权', '完成人七成、单位三成'))
    await waits('gd-2025#a25.p1', '2026-03-21')
    const agreement = { ownershipShare: '70%', ...clauses }
    await on('2026-03-20')
    await refused('not-certified', officer.records('agreed', agreement))
    await on('2026-03-21')
    await officer.records('noticeCertified', shownUntil(today()))
    await on('2026-03-24')
    await officer.records('agreed', agreement)
    await officer.makes('ownership-agreement')
    await on('2026-04-20')
    await officer.records('registered', { registry: '示例登记机构（虚构）', number: '变-1' })
    await officer.records('coOwned', { unitShare: '30%', terms: '按份共有' })
    await on('2026-12-31')
    await inventor.records('incomeReported', {
      period: '2026年',
      income: fenOf('500,000'),
      progress: '已签约一家',
    })
    await on('2027-01-11')
    const empowered = play.inHand
    await officer.opensDeal(shareOf('甲示例、乙示例'))
    const { number } = (await play.reads()).case
    await about(empowered)
    const price = {
      transferCase: number,
      price: fenOf('300,000'),
      priced: true,
      noticed: true,
      relatedParties: true,
    }
    await refused(
      '#/data/transferCase known-transfer',
      officer.records('retainedShareCeded', { ...price, transferCase: '2027-9999' }),
    )
    await officer.records('retainedShareCeded', price)
    await on('2027-02-01')
    await officer.records('fullyOwned', { proof: '变-2', paymentMet: true, writtenOff: true })
    await officer.records('closed', { summary: '协议履行完毕' })
    await ends({
      status: 'closed',
      stage: 'performance',
      papers: ['ownership-agreement', 'ownership-register', 'ownership-closing-report'],
    })
  },
}
