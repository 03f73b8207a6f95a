import { Deal } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const equityContribution: Scenario = {
  title: {
    zh: '作价投资：设立公司、产权登记、移交股权管理',
    en: 'A contribution for equity: the company, the registered property, the holding',
  },
  story: {
    zh: '成果经评估作价入股两成。设立时的占股比例必须与公示一致；产权登记后移交股权管理，正职领导不得拿股权。',
    en: 'An achievement is appraised and contributed for a fifth of a company. The share registered is the share published; the property is registered and handed over to the holding, and no chief gets equity.',
  },
  async tells({ on, later, goesOn, officer, legal, refused, ends }) {
    const deal = new Deal({
      title: '体外诊断试剂作价投资',
      achievement: '体外诊断试剂（虚构）',
      team: [{ name: '甲示例' }, { name: '乙示例', isChief: true }],
      mode: 'equity_contribution',
      counterparty: '样本诊断（虚构）',
      price: '4,000,000',
      terms: { equityShare: '20%' },
    })
    const company = { company: '样本体外诊断（虚构）', foundedOn: '2026-06-01', ourShare: '20%' }
    await on('2026-03-02')
    await goesOn(deal, 'decide')
    await later({ days: 4 })
    await refused('gd-2025#a18.p1', officer.signs(deal, { contributorsShare: '40%' }))
    await officer.signs(deal, { contributorsShare: '70%' })
    await goesOn(deal, 'reports')
    await refused(
      'company-not-registered',
      legal.records('capitalContributed', { titleTransferred: true, proof: '出资-1' }),
    )
    await on('2026-06-02')
    await refused(
      'share-not-as-published',
      legal.records('companyRegistered', { ...company, ourShare: '15%' }),
    )
    await legal.records('companyRegistered', company)
    await officer.records('rightChangeFiled', { office: '示例专利登记处' })
    await later({ days: 20 })
    await officer.records('rightChanged', { certificate: '变-示例2' })
    await legal.records('capitalContributed', { titleTransferred: true, proof: '出资-1' })
    await legal.records('equityPropertyRegistered', { certificate: '产-示例1' })
    await legal.records('holdingHandedOver', { holding: '股权事项-示例1' })
    await ends({ status: 'open', stage: 'performance', papers: ['key-terms'] })
  },
}
