// Papers of receipts, their distribution and the end of a case: G13, G14.
import { type Fen, percentages } from '@yizhuan/kit'
import { labelOf, type MoneyBlock } from '@yizhuan/law'
import { contractPriceOf, counterpartyOf } from '../../transfer-case/amended.ts'
import { isAlone } from '../../transfer-case/modes/mode.ts'
import { type CaseState, isDistributing, leftOf, receivedIn } from '../../transfer-case/state.ts'
import { takenBy } from '../../transfer-case/taking.ts'
import type { CitedWork } from '../../transfer-case/terms.ts'
import {
  articles,
  facts,
  heading,
  list,
  type Paper,
  type PaperSource,
  rows,
  seal,
  sign,
  text,
  value,
} from '../paper.ts'
import { amount, figure, inFull, inYuan, onDay, said, sum, yesNo } from '../say.ts'
import { subject, team } from './fields.ts'

const say = value<CaseState>

type Source = PaperSource<CaseState>

/** The plan at work, or the one paid last. */
const plan = ({ state }: Source) => state.plan ?? state.distributions.at(-1)?.plan

const money = ({ assessment }: Source): MoneyBlock | undefined => assessment.money

/** A part of the net income in per cent, rounded down to two decimals. */
function partOf(part: string | bigint | undefined, whole: Fen | undefined): string | undefined {
  if (part === undefined || whole === undefined || whole <= 0n) return undefined
  return inPercent((BigInt(part) * 10_000n) / whole)
}

const inPercent = (hundredths: bigint): string =>
  `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`

/** The lines of a table in per cent of the net income: they sum to what their total shows. */
function partsOf(
  parts: readonly string[],
  whole: Fen | undefined,
): readonly (string | undefined)[] {
  if (whole === undefined || whole <= 0n) return parts.map(() => undefined)
  return percentages(parts.map(BigInt), whole).map(inPercent)
}

/** What everybody of a plan gets, with its share: one and the same in every table that names them. */
function recipients(source: Source) {
  const lines = plan(source)?.data.lines
  const shares =
    lines &&
    partsOf(
      lines.map(({ amount: part }) => part),
      money(source)?.net,
    )
  return lines?.map((line, at) => ({ ...line, ofNet: shares?.[at] }))
}

const totals = {
  净收入: say('Net income', (source) => inFull(money(source)?.net)),
  贡献人员合计: say('To contributors', (source) => {
    const lines = plan(source)?.data.lines
    return lines && figure(sum(lines.map((line) => line.amount)))
  }),
  转化部门提取: say('To the TTO', (source) => inYuan(plan(source)?.data.toTto)),
  其中专职人员: say('Of it to dedicated staff', (source) => inYuan(plan(source)?.data.toTtoStaff)),
  留归单位: say('Kept by the institution', (source) => inYuan(plan(source)?.data.toInstitution)),
} as const

/** All that a plan gives to somebody. */
function planTotal(source: Source): bigint | undefined {
  const data = plan(source)?.data
  return data && sum([...data.lines.map(({ amount: of }) => of), data.toTto, data.toInstitution])
}

/** What the institution keeps its part for, as the articles name it. */
const purposeWords = {
  research_and_transfer: '用于研发与转化',
  rewards: '用于奖励其他参与人员',
  talent: '用于人才引进与培养',
  ip_protection: '用于知识产权保护',
  department: '由科室使用',
  other: '其他用途',
} as const

/** The receipts that the plan is about: those not shared out yet, else those of the last payout. */
function receiptsOf(state: CaseState): CaseState['receipts'] | undefined {
  const last = state.distributions.length - 1
  const lines = isDistributing(state)
    ? takenBy(state, state.plan).receipts
    : state.receipts.filter(({ distribution }) => distribution === last)
  return lines.length > 0 ? lines : undefined
}

export const calculation: Paper<CaseState> = {
  id: 'distribution-calculation',
  name: { zh: '收益分配计算表', en: 'Calculation of the distribution' },
  act: 'planDrafted',
  action: 'planDistribution',
  fields: {
    ...subject,
    到账记录: list<CaseState>(
      'Receipts',
      { 到账日期: 'Day', 凭证号: 'Voucher', '到账金额（元）': 'Amount' },
      ({ state }) =>
        receiptsOf(state)?.map((receipt) => ({
          到账日期: onDay(receipt.on),
          凭证号: receipt.data.voucher,
          '到账金额（元）': figure(`${leftOf(receipt)}`),
        })),
    ),
    净收入计算: list<CaseState>(
      'From income to net income',
      { 项目: 'Line', 计算: 'Effect', '金额（元）': 'Amount', 条款: 'Article' },
      (source) =>
        money(source)?.lines.map(({ label, effect, amount: of, cite }) => ({
          项目: label.zh,
          计算: { adds: '加', subtracts: '减', none: '不计入' }[effect],
          '金额（元）': figure(of),
          条款: cite.at === '' ? '—' : labelOf(cite.at).zh,
        })),
    ),
    法定界限: list<CaseState>(
      'Floors and caps of law',
      {
        项目: 'Part',
        界限: 'Bound',
        '金额（元）': 'Amount',
        '方案（元）': 'Planned',
        条款: 'Article',
      },
      (source) => {
        const block = money(source)
        if (!block) return undefined
        return [...block.floors, ...block.caps].map((line) => ({
          项目: line.label.zh,
          界限: line.rounding === 'up' ? '不低于' : '不高于',
          '金额（元）': figure(line.amount),
          '方案（元）': figure(line.planned) ?? '—',
          条款: labelOf(line.cite.at).zh,
        }))
      },
    ),
    分配结果: list<CaseState>(
      'The plan',
      { 去向: 'To whom', '金额（元）': 'Amount', 占净收入: 'Share' },
      (source) => {
        const data = plan(source)?.data
        const net = money(source)?.net
        if (!data) return undefined
        const toContributors = `${sum(data.lines.map((line) => line.amount))}`
        const whole = [toContributors, data.toTto, data.toInstitution]
        const [contributors, tto, kept] = partsOf(whole, net)
        const of = (part: string | undefined) => partOf(part, net)
        return [
          ['成果完成人和贡献人员', toContributors, contributors] as const,
          ['成果转化部门', data.toTto, tto] as const,
          ...(data.toCompany === undefined
            ? []
            : [['其中平台公司', data.toCompany, of(data.toCompany)] as const]),
          ['单位留存', data.toInstitution, kept] as const,
          ...(data.purposes ?? []).map(
            ({ purpose, note, amount: part }) =>
              [
                `其中${purposeWords[purpose]}${note === undefined ? '' : `（${note}）`}`,
                part,
                of(part),
              ] as const,
          ),
        ].map(([who, part, share]) => ({
          去向: who,
          '金额（元）': figure(part),
          占净收入: share,
        }))
      },
    ),
    净收入: totals.净收入,
    分配合计: say('Total of the plan', (source) => figure(planTotal(source))),
    合计占净收入: say('Total as a share of net income', (source) =>
      partOf(planTotal(source), money(source)?.net),
    ),
    净收入数额: say('Net income in figures', (source) => figure(money(source)?.net)),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果'),
    heading('一、到账'),
    rows('到账记录'),
    heading('二、净收入'),
    rows('净收入计算', ['净收入', '', '{净收入数额}', '']),
    text('净收入：{净收入}'),
    heading('三、法定界限'),
    rows('法定界限'),
    heading('四、分配结果'),
    rows('分配结果', ['合计', '{分配合计}', '{合计占净收入}']),
    sign('计算人', '财务部门复核人'),
    articles,
  ],
}

/** The entries of the ledger of work a share rests on, by project, day and the mark they are known by. */
function restsOn(cited: readonly CitedWork[] | undefined): string {
  if (!cited || cited.length === 0) return '—'
  return cited
    .map(({ number, on, share, answer, digest }) => {
      // A signature beneath a share is given in sight of what its holder disputes.
      const said = `${share ?? ''}${answer === 'disputed' ? '（本人有异议）' : ''}`
      return [number, on, said, digest.slice(0, 8)].filter(Boolean).join(' ')
    })
    .join('；')
}

export const distributionTable: Paper<CaseState> = {
  id: 'distribution-table',
  name: { zh: '收益分配表', en: 'Table of the distribution' },
  act: 'planAgreed',
  action: 'agreePlan',
  fields: {
    ...subject,
    ...totals,
    分配明细: list<CaseState>(
      'Recipients',
      {
        姓名: 'Name',
        成果完成人: 'Inventor',
        担任领导职务: 'Holds a leading post',
        奖励形式: 'Form',
        '金额（元）': 'Amount',
        工作量依据: 'Ledger of work',
        本人签字: 'Signature',
      },
      (source) =>
        plan(source)?.data.lines.map((line) => ({
          姓名: line.name,
          成果完成人: yesNo(line.isInventor),
          担任领导职务: line.isChief ? '是（正职）' : yesNo(line.holdsLeadingPost),
          奖励形式: said('award', line.award),
          '金额（元）': figure(line.amount),
          工作量依据: restsOn(line.workload),
          本人签字: '　',
        })),
    ),
    放弃人员: say('Who waived', (source) => {
      const one = plan(source)
      return one && (one.data.waived.join('、') || '无')
    }),
    编制日期: say('Drafted on', (source) => onDay(plan(source)?.on)),
  },
  layout: [
    facts('项目编号', '项目名称', '科技成果', '净收入', '编制日期'),
    heading('一、贡献人员'),
    rows('分配明细', ['合计', '', '', '', '{贡献人员合计}', '', '']),
    text('书面放弃分配的完成人：{放弃人员}。'),
    heading('二、其余部分'),
    facts('转化部门提取', '其中专职人员', '留归单位'),
    text('以上分配由团队协商确定，签字即为确认本人所得和全部分配。'),
    sign('团队负责人', '成果转化部门负责人', '财务部门负责人'),
    articles,
  ],
}

export const planNotice: Paper<CaseState> = {
  id: 'plan-notice',
  name: { zh: '科技成果转化收益分配方案公示', en: 'Notice of the plan' },
  act: 'planNoticePublished',
  action: 'publishPlan',
  fields: {
    ...subject,
    ...team,
    ...totals,
    领导人员奖励: list<CaseState>(
      'Rewards of leading persons',
      { 姓名: 'Name', 职务情况: 'Post', '金额（元）': 'Amount', 占净收入: 'Share' },
      (source) => {
        const leading = recipients(source)?.filter(
          ({ isChief, holdsLeadingPost }) => isChief || holdsLeadingPost,
        )
        return leading?.map((line) => ({
          姓名: line.name,
          职务情况: line.isChief ? '正职领导' : '担任领导职务',
          '金额（元）': figure(line.amount),
          占净收入: line.ofNet,
        }))
      },
    ),
    分配明细: list<CaseState>(
      'Recipients',
      { 姓名: 'Name', 奖励形式: 'Form', '金额（元）': 'Amount', 占净收入: 'Share' },
      (source) => {
        return recipients(source)?.map((line) => ({
          姓名: line.name,
          奖励形式: said('award', line.award),
          '金额（元）': figure(line.amount),
          占净收入: line.ofNet,
        }))
      },
    ),
    受理部门: say(
      'Receiving department',
      ({ state, institution }) =>
        state.notices.at(-1)?.data.department ?? institution.noticeDepartment ?? undefined,
    ),
    公示开始日: say('Published on', (source) => onDay(plan(source)?.notice?.on ?? source.today)),
  },
  layout: [
    text('“{科技成果}”转化（项目编号 {项目编号}）的收益分配方案已由团队协商一致，现予公示。'),
    facts('项目名称', '研究团队', '净收入'),
    heading('一、贡献人员奖励'),
    rows('分配明细', ['合计', '', '{贡献人员合计}', '']),
    heading('二、其余部分'),
    facts('转化部门提取', '其中专职人员', '留归单位'),
    heading('三、担任领导职务的人员'),
    rows('领导人员奖励'),
    text('对方案有异议的，请在公示期内以真实姓名和书面形式提交{受理部门}。'),
    seal('{公示开始日}'),
    articles,
  ],
}

/** Own implementation has no counterparty, no contract and no report: the page says so. */
function withoutDeal(state: CaseState): string | undefined {
  return isAlone(state) ? '无（自行实施）' : undefined
}

export const closingReport: Paper<CaseState> = {
  id: 'closing-report',
  name: { zh: '科技成果转化结案报告', en: 'Closing report' },
  act: 'closed',
  action: 'close',
  fields: {
    ...subject,
    ...team,
    合作主体: say('Counterparty', ({ state }) => withoutDeal(state) ?? counterpartyOf(state)),
    合同金额: say(
      'Contract amount',
      ({ state }) => withoutDeal(state) ?? amount(contractPriceOf(state)),
    ),
    到账合计: say('Received', ({ state }) => amount(receivedIn(state))),
    核销合计: say('Written off', ({ state }) =>
      state.writtenOff.length === 0
        ? '无'
        : amount(sum(state.writtenOff.map((one) => one.data.amount))),
    ),
    发放合计: say('Paid out', ({ state }) =>
      amount(
        sum(
          state.distributions.flatMap((one) => one.payment.data.lines.map((line) => line.amount)),
        ),
      ),
    ),
    分配次数: say('Distributions', ({ state }) => `${state.distributions.length}`),
    报告情况: say(
      'Report',
      ({ state }) => withoutDeal(state) ?? (state.report && `${onDay(state.report.on)}已报送`),
    ),
    办理过程: list<CaseState>(
      'The record',
      { 序号: 'No.', 日期: 'Day', 事项: 'Act', 办理人: 'By' },
      ({ acts }) =>
        acts.map(({ seq, on, label, by }) => ({
          序号: `${seq}`,
          日期: onDay(on),
          事项: label,
          办理人: by.name,
        })),
    ),
    结案说明: say('Summary', ({ state, acts }) =>
      state.status === 'closed'
        ? String(acts.findLast(({ type }) => type === 'closed')?.data['summary'] ?? '')
        : undefined,
    ),
    结案日期: say('Closed on', ({ acts, today }) =>
      onDay(acts.findLast(({ type }) => type === 'closed')?.on ?? today),
    ),
  },
  layout: [
    heading('一、项目概况'),
    facts('项目编号', '项目名称', '科技成果', '研究团队', '合作主体', '合同金额'),
    heading('二、收入与分配'),
    facts('到账合计', '核销合计', '发放合计', '分配次数', '报告情况'),
    heading('三、结案说明'),
    text('{结案说明}'),
    heading('四、办理过程'),
    rows('办理过程'),
    sign('经办人', '成果转化部门负责人'),
    seal('{结案日期}'),
    articles,
  ],
}
