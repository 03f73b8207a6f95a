// Papers of a listing or an auction: what is offered, to whom it goes, and that this is told.
import type { ActsState } from '../../procedure/acts-state.ts'
import { listingData } from '../../transfer-case/pricing/listing-data.ts'
import type { CaseState } from '../../transfer-case/state.ts'
import {
  articles,
  facts,
  heading,
  list,
  type Paper,
  rows,
  seal,
  sign,
  text,
  value,
} from '../paper.ts'
import { figure, inFull, onDay } from '../say.ts'
import { carriedBy } from '../steps/carried.ts'
import { deal, subject } from './fields.ts'

const { latest, all, carried, dayOf } = carriedBy(listingData)

export const listingSheet: Paper<CaseState> = {
  id: 'listing-sheet',
  name: { zh: '技术交易市场挂牌信息表', en: 'Listing sheet' },
  act: 'listed',
  action: 'offer',
  fields: {
    ...subject,
    ...deal,
    技术交易市场: carried('listed', 'exchange'),
    挂牌编号: carried('listed', 'number'),
    挂牌底价: value<ActsState>('Floor', ({ state }) => inFull(latest(state, 'listed')?.data.floor)),
    底价依据: carried('listed', 'floorBasis'),
    挂牌截止日: carried('listed', 'listedUntil'),
    挂牌文件: carried('listed', 'documents'),
    挂牌日期: dayOf('listed', 'Listed on'),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '转化方式', '授权范围', '支付方式'),
    heading('挂牌信息'),
    facts('技术交易市场', '挂牌编号', '挂牌底价', '底价依据', '挂牌日期', '挂牌截止日', '挂牌文件'),
    sign('经办人', '成果转化部门负责人'),
    articles,
  ],
}

export const auctionSheet: Paper<CaseState> = {
  id: 'auction-sheet',
  name: { zh: '科技成果拍卖公告信息表', en: 'Announcement of an auction' },
  act: 'auctionAnnounced',
  action: 'offer',
  fields: {
    ...subject,
    ...deal,
    拍卖机构: carried('auctionAnnounced', 'auctioneer'),
    公告编号: carried('auctionAnnounced', 'number'),
    保留价: value<ActsState>('Reserve', ({ state }) =>
      inFull(latest(state, 'auctionAnnounced')?.data.floor),
    ),
    保留价依据: carried('auctionAnnounced', 'floorBasis'),
    拍卖日: carried('auctionAnnounced', 'heldOn'),
    拍卖地点: carried('auctionAnnounced', 'place'),
    公告日期: dayOf('auctionAnnounced', 'Announced on'),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '转化方式', '授权范围', '支付方式'),
    heading('拍卖信息'),
    facts('拍卖机构', '公告编号', '保留价', '保留价依据', '公告日期', '拍卖日', '拍卖地点'),
    sign('经办人', '成果转化部门负责人'),
    articles,
  ],
}

/** What was concluded; a listing and an auction end alike. */
function confirmation(
  act: 'listingEnded' | 'auctionHeld',
  name: Paper<CaseState>['name'],
): Paper<CaseState> {
  const outcomes = { matched: '成交', unsold: '未成交', knocked_down: '成交', no_sale: '流拍' }
  return {
    id: act === 'listingEnded' ? 'listing-confirmation' : 'auction-confirmation',
    name,
    act,
    action: 'conclude',
    fields: {
      ...subject,
      ...deal,
      成交结果: carried(act, 'outcome', outcomes),
      成交方: carried(act, 'counterparty'),
      成交价: value<ActsState>('Price', ({ state }) => inFull(latest(state, act)?.data.price)),
      确认文件编号: carried(act, 'confirmation'),
      成交方国有全资: carried(act, 'stateOwned'),
      报价记录: list<ActsState>(
        'Bids',
        { 报价方: 'Bidder', '报价（元）': 'Bid', 日期: 'Day' },
        ({ state }) => [
          ...all(state, 'bidReceived').map(({ on, data }) => ({
            报价方: data.bidder,
            '报价（元）': figure(data.amount) ?? '—',
            日期: onDay(on),
          })),
          ...(act === 'auctionHeld' ? all(state, act) : []).flatMap(({ on, data }) =>
            data.bids.map((bid) => ({
              报价方: bid.bidder,
              '报价（元）': figure(bid.amount) ?? '—',
              日期: onDay(on),
            })),
          ),
        ],
      ),
      成交日期: dayOf(act, 'Concluded on'),
    },
    layout: [
      facts('项目编号', '项目名称', '科技成果', '转化方式', '授权范围'),
      heading('一、报价'),
      rows('报价记录'),
      heading('二、结果'),
      facts('成交结果', '成交方', '成交方国有全资', '成交价', '确认文件编号', '成交日期'),
      sign('经办人', '成果转化部门负责人'),
      articles,
    ],
  }
}

export const listingConfirmation = confirmation('listingEnded', {
  zh: '挂牌成交确认单',
  en: 'Outcome of the listing',
})
export const auctionConfirmation = confirmation('auctionHeld', {
  zh: '拍卖成交确认单',
  en: 'Outcome of the auction',
})

export const dealNotice: Paper<CaseState> = {
  id: 'deal-notice',
  name: { zh: '科技成果转化成交公示', en: 'Notice of the deal' },
  act: 'dealPublished',
  fields: {
    ...subject,
    ...deal,
    成交方: carried('dealPublished', 'counterparty'),
    成交价: carried('dealPublished', 'price'),
    成交日: carried('dealPublished', 'concludedOn'),
    公示日期: dayOf('dealPublished', 'Published on'),
  },
  layout: [
    text('“{科技成果}”转化项目（编号 {项目编号}）已成交，现将结果公示如下。'),
    facts('项目名称', '转化方式', '授权范围', '成交方', '成交价', '成交日', '收益分配办法'),
    seal('{公示日期}'),
  ],
}
