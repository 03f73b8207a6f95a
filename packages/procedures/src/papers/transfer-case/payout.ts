// The payout list: whom finance pays how much. Where a distribution was reversed before, each is paid the
// difference only; the list says so, or what was paid is paid again.
import { correctedPayout, type Settlement } from '../../transfer-case/correction/settlement.ts'
import type { CaseState } from '../../transfer-case/state.ts'
import {
  articles,
  facts,
  list,
  only,
  type Paper,
  type PaperSource,
  rows,
  sign,
  text,
  value,
} from '../paper.ts'
import { figure, inFull, onDay, sum } from '../say.ts'
import { subject } from './fields.ts'

const say = value<CaseState>

type Source = PaperSource<CaseState>

/** The plan to be paid, or the one paid last. */
const plan = ({ state }: Source) => state.plan ?? state.distributions.at(-1)?.plan
/** The payout on record; none while another plan waits to be paid. */
const paid = ({ state }: Source) => (state.plan ? undefined : state.distributions.at(-1)?.payment)
const linesOf = (source: Source) =>
  source.state.plan?.data.lines ?? source.state.distributions.at(-1)?.payment.data.lines
const isCorrected = ({ state }: Source) => correctedPayout(state) !== undefined
const isPlain = (source: Source) => !isCorrected(source)

const total = (part: 'due' | 'had' | 'toPay' | 'toReturn') =>
  say(totals[part], ({ state }) => figure(totalOf(correctedPayout(state), part)))
const totals = {
  due: 'Due, in all',
  had: 'Had before, in all',
  toPay: 'To pay now, in all',
  toReturn: 'To give back, in all',
}

function totalOf(lines: readonly Settlement[] | undefined, part: keyof typeof totals) {
  return lines?.reduce((all, line) => all + line[part], 0n)
}

/** What leaves the house with this payout. */
function leaving(source: Source): bigint | undefined {
  const corrected = correctedPayout(source.state)
  if (corrected) return totalOf(corrected, 'toPay')
  const lines = linesOf(source)
  return lines && sum(lines.map(({ amount }) => amount))
}

export const payoutList: Paper<CaseState> = {
  id: 'payout-list',
  name: { zh: '科技成果转化奖励发放清单', en: 'Payout list' },
  act: 'paid',
  action: 'pay',
  fields: {
    ...subject,
    发放明细: list<CaseState>(
      'Payments',
      { 姓名: 'Name', '发放金额（元）': 'Amount', 领取人签字: 'Signature' },
      (source) =>
        linesOf(source)?.map(({ name, amount }) => ({
          姓名: name,
          '发放金额（元）': figure(amount),
          领取人签字: '　',
        })),
    ),
    更正发放明细: list<CaseState>(
      'Payments of a correction',
      {
        姓名: 'Name',
        '应发（元）': 'Due',
        '已领（元）': 'Had before',
        '本次实发（元）': 'To pay now',
        '应退回（元）': 'To give back',
        领取人签字: 'Signature',
      },
      ({ state }) =>
        correctedPayout(state)?.map(({ name, due, had, toPay, toReturn }) => ({
          姓名: name,
          '应发（元）': figure(due),
          '已领（元）': figure(had),
          '本次实发（元）': figure(toPay),
          '应退回（元）': figure(toReturn),
          领取人签字: '　',
        })),
    ),
    应发合计: total('due'),
    已领合计: total('had'),
    实发合计: total('toPay'),
    应退回合计: total('toReturn'),
    发放合计: say('Total', (source) => figure(leaving(source))),
    发放合计大写: say('Total in capitals', (source) => inFull(leaving(source))),
    付款凭证: say('Proof of payment', (source) => paid(source)?.data.proof),
    发放日期: say('Paid on', (source) => onDay(paid(source)?.on ?? source.today)),
    公示期: say("The plan's notice", (source) => {
      const one = plan(source)
      return one?.notice && one.lastShownOn && `${onDay(one.notice.on)}至${onDay(one.lastShownOn)}`
    }),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '公示期', '发放日期', '付款凭证'),
    only(isPlain, rows('发放明细', ['合计', '{发放合计}', ''])),
    only(
      isCorrected,
      text('本次为分配冲回后的更正发放：已领的款项抵扣应发款项，只付差额；多领的由本人退回。'),
      rows('更正发放明细', ['合计', '{应发合计}', '{已领合计}', '{实发合计}', '{应退回合计}', '']),
    ),
    text('合计：{发放合计大写}'),
    sign('制表人', '财务部门负责人', '单位负责人'),
    articles,
  ],
}
