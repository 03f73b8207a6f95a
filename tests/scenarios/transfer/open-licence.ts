import { Deal, fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const openLicence: Scenario = {
  title: {
    zh: '专利开放许可：公告后谁都可以接受',
    en: 'An open licence of a patent: once published, anybody may accept',
  },
  story: {
    zh: '医院对一件发明专利声明开放许可。公告之前不能接受；公告后两家企业先后接受，撤回声明不影响已接受的。',
    en: 'The hospital declares an open licence of an invention patent. Nobody accepts before it is published; two firms do afterwards, and its withdrawal leaves theirs untouched.',
  },
  async tells({ on, later, goesOn, officer, leaders, finance, refused, ends }) {
    const deal = new Deal({
      title: '康复训练方法开放许可',
      achievement: '康复训练方法（虚构）',
      team: [{ name: '甲示例' }],
      mode: 'license',
      counterparty: '不特定被许可人',
      price: '50,000',
    })
    const declaration = {
      patent: 'ZL-示例1',
      patentKind: 'invention',
      grantedOn: '2025-05-01',
      inWriting: true,
      statesFee: true,
      exclusivelyLicensed: false,
      feesPaid: true,
    }
    await on('2026-03-02')
    await goesOn(deal, 'certifiesTheNotice')
    await refused('not-decided', officer.records('openLicenceDeclared', declaration))
    await refused('gd-2025#a14.p1.i4', leaders.decide(deal, { minuted: false }))
    await goesOn(deal, 'decide')
    await officer.records('openLicenceDeclared', declaration)
    const accepted = { licensee: '示例己（虚构）', fee: fenOf('50,000') }
    await refused('declaration-not-published', officer.records('openLicenceAccepted', accepted))
    await later({ days: 20 })
    await officer.records('openLicencePublished', { number: '公告-示例1' })
    await officer.records('openLicenceAccepted', accepted)
    await later({ days: 10 })
    await officer.records('openLicenceAccepted', { ...accepted, licensee: '示例庚（虚构）' })
    await finance.receives(deal, { amount: fenOf('100,000') })
    await officer.records('openLicenceWithdrawn', { reason: '拟转让' })
    await refused('not-declared', officer.records('openLicenceAccepted', accepted))
    await ends({ status: 'open', stage: 'performance' })
  },
}
