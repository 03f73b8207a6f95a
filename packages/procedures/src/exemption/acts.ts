// What the acts of an inquiry into relief from liability carry.
import { z } from 'zod'
import { endingData } from '../procedure/ending-steps.ts'
import {
  code,
  filledIn,
  flag,
  label,
  line,
  named,
  onDay,
  text,
  underPilot,
} from '../procedure/fields.ts'
import { conductData } from './conduct.ts'
import { findingData } from './finding.ts'
import { duties, proofItem } from './proof.ts'

const subject = z.strictObject({
  ...named,
  relief: code(['institution', 'company', 'person'], '免责对象', 'Relief for'),
  role: code(['researcher', 'manager', 'leader'], '身份', 'Role in the matter'),
})

export const exemptionData = {
  exemptionOpened: z.strictObject({
    title: line('事项名称', 'Title'),
    trigger: code(['loss', 'audit', 'complaint', 'self_request'], '启动原因', 'Trigger'),
    account: text('情况说明', 'Account'),
    triggeredOn: onDay('发现或提出之日', 'Day of the trigger'),
    conduct: text('所涉行为', 'Conduct in question'),
    conductOn: onDay('行为之日', 'Day of the conduct'),
    caseNumber: line('所涉项目编号', 'Number of the case concerned').optional(),
    caseId: filledIn(z.uuid().optional(), '所涉项目', 'Case concerned'),
    involved: filledIn(
      z
        .array(z.strictObject({ name: z.string(), person: z.uuid() }))
        .max(200)
        .default([]),
      '办理过该项目的人员',
      'Who worked on the case',
    ),
    procedureMade: flag('本单位已制定免责流程', 'The institution has a procedure of relief'),
    procedureRule: line('流程文件名称和文号', 'Document of the procedure').optional(),
    subjects: z.array(subject).min(1).max(50).meta(label('当事人', 'Persons concerned')),
    ...underPilot,
  }),
  referred: z.strictObject({
    signs: text('违纪违法线索', 'Signs of a violation'),
    to: text('移送至', 'Referred to'),
  }),
  referralAnswered: z.strictObject({
    outcome: code(['no_bar', 'bars'], '移送结论', 'Outcome'),
    answer: text('结论和依据', 'Answer'),
  }),
  investigatorsNamed: z.strictObject({
    investigators: z
      .array(z.strictObject(named))
      .min(1)
      .max(20)
      .meta(label('调查人员', 'Investigators')),
  }),
  evidenceGathered: z.strictObject({
    note: text('补充说明', 'Note').optional(),
    chainHead: filledIn(
      z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
      '项目记录末尾哈希',
      'Last hash of the record',
    ),
    chainWhole: filledIn(z.boolean().optional(), '项目记录完整', 'The record is whole'),
    items: filledIn(z.array(proofItem).max(2000).default([]), '材料清单', 'Documents'),
    gaps: filledIn(
      z.array(z.enum(duties)).default([]),
      '没有材料的职责',
      'Duties without a document',
    ),
  }),
  interviewed: z.strictObject({
    name: line('谈话对象', 'Interviewed'),
    notes: text('谈话要点', 'Notes'),
  }),
  conductScreened: conductData,
  hearingCalled: z.strictObject({
    name: line('当事人', 'Person concerned'),
    hearingOn: onDay('听取陈述之日', 'Day of the hearing'),
    how: line('通知方式和编号', 'How notified'),
  }),
  heard: z.strictObject({
    name: line('当事人', 'Person concerned'),
    statement: text('陈述和申辩', 'Statement'),
    inWriting: flag('书面陈述', 'In writing').default(false),
  }),
  exempted: findingData,
  notExempted: z.strictObject({
    name: line('当事人', 'Person concerned'),
    head: findingData.shape.head,
    reasons: text('事实和依据', 'Facts and grounds'),
    appealDays: z.int().min(1).max(365).meta(label('申诉期限（日）', 'Days to appeal')),
  }),
  effectFlagged: z.strictObject({
    conduct: flag('考察考核未受影响', 'Assessment of conduct left unharmed'),
    merit: flag('评优未受影响', 'Selection for merit left unharmed'),
    awards: flag('奖励未受影响', 'Awards left unharmed'),
    yearly: flag('年度考核未受影响', 'Yearly assessment left unharmed'),
    outsidePerformance: flag('不纳入单位绩效考核', 'Outside the performance of the unit').default(
      false,
    ),
    until: text('效力持续至', 'In effect until').optional(),
  }),
  appealed: z.strictObject({
    name: line('申诉人', 'Who appeals'),
    receivedOn: onDay('收到申诉之日', 'Received on'),
    text: text('申诉理由', 'Grounds of the appeal'),
  }),
  appealDecided: z.strictObject({
    name: line('申诉人', 'Who appealed'),
    outcome: code(['upheld', 'changed'], '申诉处理结果', 'Outcome'),
    reasons: text('理由', 'Reasons'),
  }),
  reopened: z.strictObject({ reason: text('新的事实', 'New facts') }),
  closed: endingData.closed,
} as const
