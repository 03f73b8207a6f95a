// A whole case, walked and sealed, for papers to be made of.
import { day } from '@yizhuan/kit'
import { type Entry, GENESIS, link } from '../../procedure/entry.ts'
import type { CaseState } from '../../transfer-case/state.ts'
import {
  byOf,
  law,
  mainLine,
  type Step,
  terms,
  upTo,
  walk,
} from '../../transfer-case/testing/main-line.ts'
import { transferCase } from '../../transfer-case/transfer-case.ts'
import type { PaperSource } from '../paper.ts'
import { paperSource } from '../source.ts'

const objected: readonly Step[] = [
  ...upTo('noticeCertified'),
  [
    '2026-03-10',
    'tto_negotiator',
    'objectionFiled',
    { name: '示例异议人', text: '名单遗漏一人', inWriting: true, toDepartment: true },
  ],
  [
    '2026-03-16',
    'tto_reviewer',
    'objectionFound',
    { finding: '经核实，贡献排序已由团队书面确认', outcome: 'continue' },
  ],
]

const changed: readonly Step[] = [
  ...upTo('planDrafted'),
  [
    '2026-07-02',
    'tto_negotiator',
    'termsChanged',
    { reason: '对方付款能力变化', terms: { ...terms, payment: '分两次付清' } },
  ],
  ['2026-07-03', 'tto_negotiator', 'changeNoticePublished', { text: '改为分两次付清' }],
  ['2026-07-21', 'tto_negotiator', 'changeNoticeCertified', { lastShownOn: '2026-07-20' }],
]

/** The whole main line, one with an objection, and one whose terms changed. */
export const walks = { whole: mainLine, objected, changed } as const

/** Acts of offers and of carrying a contract out, taken as recorded after the main line. */
export const besides: readonly Step[] = [
  [
    '2026-07-23',
    'tto_negotiator',
    'listed' as never,
    {
      exchange: '示例技术交易所（虚构）',
      number: 'GP-示例-1',
      floor: '80000000',
      floorBasis: '第三方评价报告',
      listedUntil: '2026-08-30',
      documents: '挂牌申请书',
    },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'auctionAnnounced' as never,
    {
      auctioneer: '示例拍卖行（虚构）',
      number: 'PM-示例-1',
      floor: '80000000',
      heldOn: '2026-08-20',
      place: '示例拍卖厅',
    },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'bidReceived' as never,
    { bidder: '示例买方（虚构）', amount: '90000000', isQualified: true },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'listingEnded' as never,
    {
      outcome: 'matched',
      counterparty: '示例买方（虚构）',
      price: '95000050',
      confirmation: 'CJ-示例-1',
      stateOwned: false,
    },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'auctionHeld' as never,
    {
      outcome: 'knocked_down',
      bids: [{ bidder: '示例买方（虚构）', amount: '95000000' }],
      counterparty: '示例买方（虚构）',
      price: '95000000',
      confirmation: 'CJ-示例-2',
      stateOwned: false,
    },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'dealPublished' as never,
    { counterparty: '示例买方（虚构）', price: '95 万元', concludedOn: '2026-07-23' },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'openLicenceDeclared' as never,
    {
      patent: 'ZL-示例-3',
      patentKind: 'invention',
      inWriting: true,
      statesFee: true,
      evaluationReport: true,
      exclusivelyLicensed: false,
      feesPaid: true,
      pledged: false,
    },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'contractAmended' as never,
    { number: '补-示例-1', summary: '改为分两次付清' },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'handedOver' as never,
    { items: ['制备工艺文件一套', '样品三件'], receivedBy: '示例接收人' },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'royaltyReported' as never,
    {
      from: '2026-01-01',
      to: '2026-06-30',
      sales: '500000000',
      royalty: '15000000',
      audited: true,
    },
  ],
  [
    '2026-07-23',
    'tto_negotiator',
    'productionStarted' as never,
    { product: '止血材料', place: '示例科室' },
  ],
  [
    '2026-07-23',
    'finance',
    'periodSettled' as never,
    {
      year: 1,
      from: '2026-01-01',
      to: '2026-06-30',
      income: '90000000',
      costs: '40000000',
      profit: '50000000',
      statement: '结-示例-1',
    },
  ],
  ['2026-07-23', 'legal', 'terminated', { reason: '对方停产' }],
]

/** What papers are made from after the steps of a walk, and acts taken as recorded, on a day. */
export function sourceOf(
  steps: readonly Step[],
  today: string,
  taken: readonly Step[] = [],
): PaperSource<CaseState> {
  const { acts, last } = walk(steps)
  if (last?.kind !== 'accepted') throw new TypeError('The walk goes through.')
  const entries: Entry[] = []
  const add = (act: Omit<Entry, 'case' | 'prev' | 'hash'>) =>
    entries.push(link(entries.at(-1)?.hash ?? GENESIS, { ...act, case: 'a-case' }))
  for (const act of acts) add(act)
  for (const [date, role, type, data] of taken) {
    const at = `${date}T09:00:00+08:00`
    add({ seq: entries.length + 1, type, at, on: day(date), by: byOf(role), data, files: [] })
  }
  return paperSource(transferCase, { law }, entries, {
    institution: {
      name: '示例医院（虚构）',
      noticeDepartment: '成果转化办公室',
      platformCompany: '示例平台公司（虚构）',
    },
    number: 'XM-2026-001',
    today: day(today),
  })
}
