import { Deal, fenOf } from '../vocabulary/deal.ts'
import type { Scenario } from '../vocabulary/scenario.ts'

export const soleLicence: Scenario = {
  title: {
    zh: '排他许可：两次到账两次分配，续期后到期',
    en: 'A sole licence: paid and shared twice, renewed, and at its end',
  },
  story: {
    zh: '排他许可费分两笔支付，每笔到账各自扣费、各自分配。期满前续期只能往后，不能缩短；到期后不能再续。',
    en: 'The fee of a sole licence comes in two parts, each shared by itself. A renewal only moves the end later; after the end there is none.',
  },
  async tells({ on, later, goesOn, officer, finance, refused, advised, ends }) {
    const deal = new Deal({
      title: '穿刺导航排他许可',
      achievement: '穿刺导航装置（虚构）',
      team: [{ name: '甲示例' }, { name: '乙示例' }],
      mode: 'license',
      counterparty: '虚构医疗（虚构）',
      price: '1,000,000',
      terms: { licenceKind: 'sole', field: '穿刺', territory: '全国', licenceUntil: '2026-12-31' },
      split: {
        team: { 甲示例: '250,000.00', 乙示例: '170,000.00' },
        office: '60,000.00',
        officeStaff: '30,000.00',
        house: '120,000.00',
      },
    })
    const rest = deal.with({
      split: {
        team: { 甲示例: '170,000.00', 乙示例: '110,000.00' },
        office: '40,000.00',
        officeStaff: '20,000.00',
        house: '80,000.00',
      },
    })
    await on('2026-03-02')
    await goesOn(deal, 'reports')
    await later({ days: 10 })
    await finance.receives(deal, { amount: fenOf('600,000') })
    await goesOn(deal, 'pays')
    await advised('gd-2025#a14.p1.i8')
    rest.reached = 'reported'
    await later({ days: 30 })
    await finance.receives(rest, { amount: fenOf('400,000'), voucher: '收-2' })
    await goesOn(rest, 'pays')
    await refused(
      'renewal-not-later',
      officer.records('licenceRenewed', { until: '2026-11-30', basis: '补充约定' }),
    )
    await officer.records('licenceRenewed', { until: '2027-03-31', basis: '补充约定' })
    await on('2027-04-01')
    await officer.records('licenceExpired', { remark: '到期，收回技术资料' })
    await refused(
      'licence-expired',
      officer.records('licenceRenewed', { until: '2027-12-31', basis: '补充约定' }),
    )
    await officer.closes(rest)
    await ends({
      status: 'closed',
      stage: 'performance',
      paid: { 甲示例: '420,000.00', 乙示例: '280,000.00' },
      office: '100,000.00',
      house: '200,000.00',
      papers: ['closing-report'],
    })
  },
}
