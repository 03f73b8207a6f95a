// The papers of a notice that procedures made of steps share: the notice, what is said against it, and
// the certificate.
import type { Day, Words } from '@yizhuan/kit'
import type { ActsState } from '../../procedure/acts-state.ts'
import { noticeData } from '../../procedure/notice-steps.ts'
import { actRef } from '../act-ref.ts'
import { daysShown, endOf } from '../notice-days.ts'
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
import { maskedName, onDay, said, yesNo } from '../say.ts'
import { carriedBy } from './carried.ts'

const { latest, carried, dayOf, byOf } = carriedBy(noticeData)

type Source = PaperSource<ActsState>

/** The matter that papers of a procedure are about. */
export interface Matter {
  /** Before the ids of its papers. */
  readonly id: string
  /** What it is called in their titles. */
  readonly name: Words
  /** What it is about, in one line. */
  subject(state: ActsState): string | undefined
}

/** The actions of the law that guard a notice, and the act that ends it. */
export interface NoticeOf {
  readonly publishes?: string
  readonly certifies: string
  readonly certificate?: string
  /** What the certificate repeats of it, where its form has fields of its own. */
  readonly content?: Paper<ActsState>['fields']
}

export const titled = ({ name }: Matter, zh: string, en: string): Words => ({
  zh: `${name.zh}${zh}`,
  en: `${name.en}: ${en}`,
})

export const about = (matter: Matter) => ({
  事项名称: value<ActsState>('Matter', ({ state }) => matter.subject(state)),
})

/** When the notice was or is taken down. */
function shownUntil(source: Source, { certifies, certificate = 'noticeCertified' }: NoticeOf) {
  const published = latest(source.state, 'noticePublished')
  const taken = source.acts.findLast(({ type }) => type === certificate)?.data['lastShownOn']
  const lastShownOn = taken as Day | undefined
  return endOf(source, published && { on: published.on, lastShownOn }, certifies)
}

/** The notice, its certificate, and the papers of objections. */
export function noticePapers(matter: Matter, notice: NoticeOf): readonly Paper<ActsState>[] {
  return [
    noticeOf(matter, notice),
    certificateOf(matter, notice),
    receiptOf(matter),
    findingOf(matter),
  ]
}

const published = {
  公示事项: carried('noticePublished', 'subject'),
  相关人员: carried('noticePublished', 'team'),
  主要内容: carried('noticePublished', 'terms'),
  受理部门: value<ActsState>(
    'Receiving department',
    ({ state, institution }) =>
      latest(state, 'noticePublished')?.data.department ??
      institution.noticeDepartment ??
      undefined,
  ),
  异议程序: carried('noticePublished', 'objectionProcedure'),
  公示开始日: dayOf('noticePublished', 'Published on'),
} as const

function noticeOf(matter: Matter, notice: NoticeOf): Paper<ActsState> {
  const { publishes } = notice
  return {
    id: `${matter.id}-notice`,
    name: titled(matter, '公示', 'notice'),
    act: 'noticePublished',
    ...(publishes !== undefined && { action: publishes }),
    fields: {
      ...about(matter),
      ...published,
      领导人员: list<ActsState>(
        'Leading persons',
        { 姓名: 'Name', 贡献情况: 'Contribution', 拟分配奖励: 'Intended reward', 占比: 'Share' },
        ({ state }) =>
          latest(state, 'noticePublished')?.data.leaders.map((one) => ({
            姓名: one.name,
            贡献情况: one.contribution,
            拟分配奖励: one.reward,
            占比: one.share,
          })),
      ),
      公示截止日: value('Last day', (source) => onDay(shownUntil(source, notice))),
    },
    layout: [
      text('现将“{事项名称}”（编号 {项目编号}）予以公示。公示自{公示开始日}起，至{公示截止日}止。'),
      heading('一、公示内容'),
      facts('公示事项', '相关人员', '主要内容'),
      heading('二、担任领导职务的人员'),
      rows('领导人员'),
      heading('三、异议的提出'),
      text(
        '对公示内容有异议的，请在公示期内以真实姓名和书面形式提交{受理部门}。处理程序和办法：{异议程序}',
      ),
      seal('{公示开始日}'),
      articles,
    ],
  }
}

function certificateOf(matter: Matter, notice: NoticeOf): Paper<ActsState> {
  const content = notice.content ?? {
    公示事项: published.公示事项,
    主要内容: published.主要内容,
  }
  const act = notice.certificate ?? 'noticeCertified'
  return {
    id: `${matter.id}-certificate`,
    name: titled(matter, '公示期满证明', 'certificate of the notice'),
    act,
    action: notice.certifies,
    fields: {
      ...about(matter),
      ...content,
      公示开始日: value('Published on', ({ state }) => onDay(latest(state, 'noticePublished')?.on)),
      公示截止日: value('Last day shown', (source) => onDay(shownUntil(source, notice))),
      公示天数: value('Days shown', (source) =>
        daysShown(latest(source.state, 'noticePublished')?.on, shownUntil(source, notice)),
      ),
      公示记录: value('Act of publication', (source) => actRef(source, 'noticePublished')),
      异议情况: value('Objections', ({ acts }) => {
        const raised = acts.filter(({ type }) => type === 'objectionFiled').length
        const found = acts.filter(({ type }) => type === 'objectionFound').length
        return raised === 0
          ? '公示期内未收到异议'
          : `累计收到异议 ${raised} 件，已作出核实结论 ${found} 件`
      }),
      出具日: value('Certified on', ({ acts, today }) =>
        onDay(acts.findLast(({ type }) => type === act)?.on ?? today),
      ),
    },
    layout: [
      text(
        '兹证明：“{事项名称}”（编号 {项目编号}）自{公示开始日}起在本单位公示，至{公示截止日}止，自公示次日起计连续公示 {公示天数} 日，公示期已满。',
      ),
      facts(...Object.keys(content), '公示记录', '异议情况'),
      text('特此证明。'),
      sign('经办人', '成果转化部门负责人'),
      seal('{出具日}'),
      articles,
    ],
  }
}

function receiptOf(matter: Matter): Paper<ActsState> {
  return {
    id: `${matter.id}-objection-receipt`,
    name: titled(matter, '异议受理回执', 'receipt of an objection'),
    act: 'objectionFiled',
    action: 'fileObjection',
    isAfter: true,
    fields: {
      ...about(matter),
      // A paper is kept for good and many may read it: a name stays masked.
      异议人: value('Objector, masked', ({ state }) =>
        maskedName(latest(state, 'objectionFiled')?.data.name),
      ),
      异议提出日: value('Filed on', ({ state }) => onDay(latest(state, 'objectionFiled')?.on)),
      是否书面: value('In writing', ({ state }) =>
        yesNo(latest(state, 'objectionFiled')?.data.inWriting),
      ),
      异议记录: value('Act of filing', (source) => actRef(source, 'objectionFiled')),
      受理部门: published.受理部门,
    },
    layout: [
      text('{异议人}：', 'left'),
      text(
        '您于{异议提出日}就“{事项名称}”公示（编号 {项目编号}）提出的异议，本单位已收到并登记。自登记之时起，该事项中止办理，待核实后另行告知结论。',
      ),
      facts('异议提出日', '是否书面', '异议记录', '受理部门'),
      text('请保留本回执，并凭编号和记录号查询办理进展。'),
      sign('受理人'),
      seal('{异议提出日}'),
      articles,
    ],
  }
}

function findingOf(matter: Matter): Paper<ActsState> {
  return {
    id: `${matter.id}-objection-finding`,
    name: titled(matter, '异议核实结论', 'finding on an objection'),
    act: 'objectionFound',
    isAfter: true,
    fields: {
      ...about(matter),
      异议提出日: value('Filed on', ({ state }) => onDay(latest(state, 'objectionFiled')?.on)),
      异议内容: value(
        'What was objected',
        ({ state }) =>
          latest(state, 'objectionFiled')?.data.text ??
          latest(state, 'abnormalityFound')?.data.text,
      ),
      核实结论: carried('objectionFound', 'finding'),
      处理结果: value('Outcome', ({ state }) =>
        said('finding', latest(state, 'objectionFound')?.data.outcome),
      ),
      核实人: byOf('objectionFound', 'Found by'),
      结论日期: dayOf('objectionFound', 'Found on'),
    },
    layout: [
      facts('项目编号', '事项名称'),
      heading('一、异议情况'),
      facts('异议提出日', '异议内容'),
      heading('二、核实情况和结论'),
      facts('核实结论', '处理结果', '核实人', '结论日期'),
      sign('核实人', '成果转化部门负责人'),
      seal('{结论日期}'),
    ],
  }
}
