// Papers of an inquiry up to the hearing: X1 to X4.
import { exemptionData } from '../../exemption/acts.ts'
import type { ActsState } from '../../procedure/acts-state.ts'
import {
  articles,
  byHand,
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
import { onDay } from '../say.ts'
import { carriedBy } from '../steps/carried.ts'
import { about } from '../steps/notice-papers.ts'
import { conduct, duties, matter, people } from './matter.ts'

const { latest, carried, answers, dayOf } = carriedBy(exemptionData)

export const opening: Paper<ActsState> = {
  id: 'exemption-opening',
  name: { zh: '尽职免责调查启动登记表', en: 'Opening of an inquiry' },
  act: 'exemptionOpened',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    ...people,
    情况说明: carried('exemptionOpened', 'account'),
    发现日期: carried('exemptionOpened', 'triggeredOn'),
    免责流程文件: carried('exemptionOpened', 'procedureRule'),
    启动日期: dayOf('exemptionOpened', 'Opened on'),
  },
  layout: [
    facts('项目编号', '事项名称', ...Object.keys(conduct), '发现日期'),
    heading('一、情况说明'),
    text('{情况说明}'),
    heading('二、当事人'),
    rows('当事人名单'),
    facts('免责流程文件', '启动日期'),
    sign('登记人', '纪检机构负责人'),
  ],
}

export const evidence: Paper<ActsState> = {
  id: 'exemption-evidence',
  name: { zh: '尽职免责证据清单', en: 'List of evidence' },
  act: 'evidenceGathered',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    证据清单: list<ActsState>(
      'Evidence',
      { 职责: 'Duty', 材料: 'Document', 日期: 'Day', 办理人: 'By', 哈希前十六位: 'Hash' },
      ({ state }) =>
        latest(state, 'evidenceGathered')?.data.items.map((one) => ({
          职责: duties[one.duty],
          材料: one.what,
          日期: onDay(one.on),
          办理人: one.by ?? '—',
          哈希前十六位: one.hash.slice(0, 16),
        })),
    ),
    没有材料的职责: value('Duties without a document', ({ state }) => {
      const gathered = latest(state, 'evidenceGathered')?.data
      return gathered && (gathered.gaps.map((gap) => duties[gap]).join('、') || '无')
    }),
    项目记录完整: carried('evidenceGathered', 'chainWhole'),
    记录末尾哈希: carried('evidenceGathered', 'chainHead'),
    补充说明: carried('evidenceGathered', 'note'),
  },
  layout: [
    facts('项目编号', '事项名称', '所涉项目编号', '项目记录完整', '记录末尾哈希'),
    rows('证据清单'),
    facts('没有材料的职责', '补充说明'),
    sign('调查人员'),
  ],
}

export const screening: Paper<ActsState> = {
  id: 'exemption-screening',
  name: { zh: '行为负面清单核查表', en: 'Screening of conduct' },
  act: 'conductScreened',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    当事人: carried('conductScreened', 'name'),
    核查事项: answers('conductScreened', 'What was looked into'),
    核查情况: carried('conductScreened', 'report'),
    核查日期: dayOf('conductScreened', 'Screened on'),
  },
  layout: [
    facts('项目编号', '事项名称', '当事人', '所涉行为'),
    heading('一、逐项核查'),
    rows('核查事项'),
    heading('二、核查情况'),
    text('{核查情况}'),
    facts('核查日期'),
    sign('调查人员', '纪检机构负责人'),
  ],
}

export const referral: Paper<ActsState> = {
  id: 'exemption-referral',
  name: { zh: '问题线索移送函', en: 'Referral' },
  act: 'referred',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    移送线索: carried('referred', 'signs'),
    移送对象: carried('referred', 'to'),
    移送日期: dayOf('referred', 'Referred on'),
  },
  layout: [
    text('{移送对象}：', 'left'),
    text('本单位在办理“{事项名称}”（编号 {项目编号}）中发现下列线索，现予移送。'),
    facts('所涉行为', '行为日期', '移送线索'),
    text('移送期间，尽职免责事项中止办理。'),
    seal('{移送日期}'),
    articles,
  ],
}

export const hearing: Paper<ActsState> = {
  id: 'exemption-hearing',
  name: { zh: '听取陈述通知书', en: 'Notice of a hearing' },
  act: 'hearingCalled',
  isAfter: true,
  fields: {
    ...about(matter),
    ...conduct,
    当事人: carried('hearingCalled', 'name'),
    听取日期: carried('hearingCalled', 'hearingOn'),
    通知方式: carried('hearingCalled', 'how'),
    听取地点: byHand('Place of the hearing'),
    通知日期: dayOf('hearingCalled', 'Notified on'),
  },
  layout: [
    text('{当事人}：', 'left'),
    text(
      '就“{事项名称}”（编号 {项目编号}），定于{听取日期}在{听取地点}听取您的陈述和申辩。您可以到场陈述，也可以提交书面意见。',
    ),
    facts('所涉行为', '行为日期', '通知方式'),
    sign('当事人（签收）'),
    seal('{通知日期}'),
  ],
}
