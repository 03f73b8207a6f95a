import { addDays, type Day } from '@yizhuan/kit'
import type { Hospital } from './province.ts'
import { step, type Walk } from './walk.ts'

// Equity through its life: diluted by two rounds and decided about again, left with a gain by the platform
// company, lost with everybody diligent, and on the market under a draft that wants it left in time.

type Kind = 'institution' | 'platform_company' | 'contributor' | 'partner'
const holder = (name: string, kind: Kind, share: string) => ({
  ...{ name, kind, share },
  ...(kind === 'contributor' && { isChief: false, holdsLeadingPost: false }),
})
const minutes = '会议记录和决议（演示）.txt'
const decision = (matter: string, terms: string, given: object = {}) => ({
  ...{ matter, terms, handler: 'institution', minuted: true, ...given },
})
const registered = (number: string) => [
  step('propertyRegistered', 'finance', 20, { certificate: `产权-${number}（演示）` }, '证书.txt'),
  step('listed', 'finance', 3, { entry: `单列-${number}（演示）` }, '单列清单登记表.txt'),
]

/** Diluted by an A and a B round; the house now wants to sell a part. */
function diluted({ name, people }: Hospital): Walk {
  // Whoever has the office of an inventor sees their own part.
  const [first, second] = [people[3]?.name ?? '', people[13]?.name ?? '']
  const [seed, growth, late] = [
    '岭示天使创投（虚构）',
    '样岸成长基金（虚构）',
    '示湾医疗基金（虚构）',
  ]
  const table = (shares: readonly string[]) =>
    [
      holder(name, 'institution', shares[0] ?? ''),
      holder(first, 'contributor', shares[1] ?? ''),
      holder(second, 'contributor', shares[2] ?? ''),
      holder(seed, 'partner', shares[3] ?? ''),
      ...(shares[4] ? [holder(growth, 'partner', shares[4])] : []),
      ...(shares[5] ? [holder(late, 'partner', shares[5])] : []),
    ] as const
  const round = (label: string, preMoney: string, investor: string, amount: string) => ({
    ...{ round: label, preMoney },
    investors: [{ name: investor, kind: 'partner', amount }],
  })
  const b = ['36/725', '252/3625', '168/3625', '56/145', '4/29', '9/29']
  return {
    procedure: 'equity_holding',
    daysAgo: 9,
    steps: [
      step(
        'holdingOpened',
        'officer',
        0,
        (on: Day) => ({
          ...{ company: '粤示止血材料有限公司（虚构）', achievement: '可吸收止血材料（演示）' },
          ...{ formedOn: on, value: '300000000', taxOption: 'tax_deferred' },
          ...{ transferCase: '演示-作价-1', registeredCapital: '1000000000' },
          holders: table(['9%', '12.6%', '8.4%', '70%']),
          subscriptions: [
            { name, amount: '90000000' },
            { name: seed, amount: '700000000', dueOn: addDays(on, 1600) },
          ],
        }),
        '公司章程（演示）.txt',
      ),
      ...registered('1'),
      step('capitalPaidIn', 'finance', 10, {
        ...{ name, amount: '90000000', voucher: '技术出资过户凭证（演示）' },
      }),
      step('capitalPaidIn', 'finance', 5, { name: seed, amount: '400000000', voucher: '验-1' }),
      step(
        'eventDecided',
        'leaders',
        330,
        decision('increase', '引入成长基金，按投资协议增资（演示）', {
          ...round('A轮', '2000000000', growth, '500000000'),
        }),
        minutes,
      ),
      step(
        'eventHandled',
        'officer',
        28,
        { onList: true, holders: table(['7.2%', '10.08%', '6.72%', '56%', '20%']) },
        '变更登记通知书（演示）.txt',
      ),
      step('dividendDeclared', 'finance', 150, (on: Day) => ({
        ...{ year: `${Number(on.slice(0, 4)) - 1}`, total: '180000000', basis: 'by_share' },
        resolution: '股东会决议-3（演示）',
      })),
      step('dividendReceived', 'finance', 21, (on: Day) => ({
        ...{ year: `${Number(on.slice(0, 4)) - 1}`, amount: '12960000', voucher: '收-118（演示）' },
      })),
      step('marketEntered', 'officer', 60, { basis: 'first_sale' }, '首次销售发票（演示）.txt'),
      step(
        'eventDecided',
        'leaders',
        120,
        decision('increase', '医疗基金领投扩产（演示）', {
          ...round('B轮', '6000000000', late, '2700000000'),
        }),
        minutes,
      ),
      step(
        'eventHandled',
        'officer',
        35,
        { onList: true, holders: table(b) },
        '变更登记通知书（演示）.txt',
      ),
      step(
        'appraised',
        'finance',
        60,
        (on: Day) => ({
          ...{ agency: '示例资产评估（虚构）', value: '9100000000', of: 'whole_company' },
          validUntil: addDays(on, 365),
        }),
        '评估报告（演示）.txt',
      ),
      step(
        'eventDecided',
        'leaders',
        20,
        decision('reduction', '向医疗基金转让 2% 股权（演示）', { to: late, part: '2%' }),
        minutes,
      ),
    ],
  }
}

/** Held by the platform company, sold with a gain and closed. */
function sold({ people }: Hospital): Walk {
  const [team, buyer] = [people[14]?.name ?? '', '样本影像股份（虚构）']
  const platform = '示例医转运营有限公司（虚构）'
  return {
    procedure: 'equity_holding',
    daysAgo: 40,
    steps: [
      step('holdingOpened', 'officer', 0, (on: Day) => ({
        ...{ company: '岭样影像软件有限公司（虚构）', achievement: '影像自动测量软件（演示）' },
        ...{ formedOn: on, value: '120000000', taxOption: 'at_once' },
        holders: [
          holder(platform, 'platform_company', '6%'),
          holder(team, 'contributor', '14%'),
          holder(buyer, 'partner', '80%'),
        ],
      })),
      ...registered('2'),
      step('marketEntered', 'officer', 200, { basis: 'company_first_sale' }),
      step(
        'appraised',
        'finance',
        220,
        (on: Day) => ({
          ...{ agency: '示例资产评估（虚构）', value: '64000000', validUntil: addDays(on, 365) },
        }),
        '评估报告（演示）.txt',
      ),
      step(
        'eventDecided',
        'leaders',
        15,
        decision('exit', '按评估值全部转让给大股东（演示）', { to: buyer }),
        minutes,
      ),
      step(
        'eventHandled',
        'officer',
        30,
        {
          ...{ onList: true, counterparty: buyer, price: '65000000', costs: '1200000' },
          agreement: '股权转让合同 1 号（演示）',
          receipts: [{ voucher: '收-股转-1（演示）', amount: '65000000' }],
          holders: [holder(team, 'contributor', '14%'), holder(buyer, 'partner', '86%')],
          distribution: [
            { to: 'institution', amount: '51040000' },
            { to: 'company', amount: '12760000' },
          ],
        },
        '股权转让合同和收款回单（演示）.txt',
      ),
      step('closed', 'officer', 10, { summary: '已全部退出并收款（演示）' }),
    ],
  }
}

/** A company that failed; the loss is left out, since everybody had been diligent. */
function lost({ name, people }: Hospital): Walk {
  return {
    procedure: 'equity_holding',
    daysAgo: 70,
    steps: [
      step('holdingOpened', 'officer', 0, (on: Day) => ({
        ...{ company: '示微康复机器人有限公司（虚构）', achievement: '手部康复训练器（演示）' },
        ...{ formedOn: on, value: '80000000', taxOption: 'tax_deferred' },
        holders: [
          holder(name, 'institution', '3%'),
          holder(people[15]?.name ?? '', 'contributor', '7%'),
          holder('岭示天使创投（虚构）', 'partner', '90%'),
        ],
      })),
      ...registered('3'),
      step(
        'windingUp',
        'finance',
        500,
        { stage: 'bankruptcy_accepted', body: '示例市人民法院（虚构）', document: '破-12（演示）' },
        '受理裁定（演示）.txt',
      ),
      step(
        'windingUp',
        'finance',
        160,
        { stage: 'liquidation_ended', body: '清算组（演示）', document: '清-12（演示）' },
        '清算报告（演示）.txt',
      ),
      step(
        'eventDecided',
        'leaders',
        12,
        decision('liquidation', '清算终结，核销股权（演示）'),
        minutes,
      ),
      step(
        'eventHandled',
        'finance',
        14,
        {
          ...{ onList: true, price: '600000', lossExcluded: true, decidedDemocratically: true },
          ...{ reasonableCareTaken: true, supervisionExercised: true, illegalGain: false },
          ...{ rulesKept: true, agreement: '剩余财产分配方案（演示）' },
          receipts: [{ voucher: '收-清-1（演示）', amount: '600000' }],
        },
        '剩余财产分配凭证和尽责认定（演示）.txt',
      ),
    ],
  }
}

/** Under the draft of Shanghai: on the market, to be left within years in principle. */
function onMarket({ name, people }: Hospital): Walk {
  return {
    procedure: 'equity_holding',
    daysAgo: 20,
    steps: [
      step('holdingOpened', 'officer', 0, (on: Day) => ({
        ...{ company: '沪示检测技术有限公司（虚构）', achievement: '快速检测芯片（演示）' },
        ...{ formedOn: on, value: '200000000', taxOption: 'tax_deferred' },
        holders: [
          holder(name, 'institution', '6%'),
          holder(people[12]?.name ?? '', 'contributor', '14%'),
          holder('示浦创投（虚构）', 'partner', '80%'),
        ],
        subscriptions: [{ name, amount: '60000000', dueOn: addDays(on, 700) }],
      })),
      ...registered('沪1'),
      step('marketEntered', 'officer', 560, { basis: 'first_sale' }, '首次销售发票（演示）.txt'),
    ],
  }
}

/** The equity of a hospital. */
export function equityWalks(hospital: Hospital): readonly Walk[] {
  if (hospital.code === 'a') return [diluted(hospital), sold(hospital), lost(hospital)]
  return hospital.code === 'd' ? [onMarket(hospital)] : []
}
