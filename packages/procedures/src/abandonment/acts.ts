// What the acts of giving up a right carry.
import { z } from 'zod'
import { endingData } from '../procedure/ending-steps.ts'
import { code, flag, label, line, onDay, text, underPilot } from '../procedure/fields.ts'
import { noticeData } from '../procedure/notice-steps.ts'

const { noticeCertified: _certificate, ...shown } = noticeData

export const abandonmentData = {
  abandonmentProposed: z.strictObject({
    title: line('事项名称', 'Title'),
    right: text('拟放弃的权利', 'Right to be given up'),
    number: line('申请号、登记号或批准文号', 'Number').optional(),
    rightId: z.uuid().optional(),
    achievementId: z.uuid().optional(),
    kind: code(['granted', 'applied', 'unfiled'], '权利状态', 'State of the right'),
    cause: code(
      ['low_value', 'no_market', 'superseded', 'too_costly', 'not_patentable', 'other'],
      '放弃原因',
      'Cause',
    ),
    reason: text('理由', 'Reasons'),
    feeDueOn: onDay('下一次缴费期限', 'Next fee due on').optional(),
    completers: z
      .array(line('成果完成人', 'Inventor'))
      .min(1)
      .max(50)
      .meta(label('成果完成人', 'Inventors')),
    assetConfirmed: flag('已确认为无形资产', 'Booked as an intangible asset'),
    ...underPilot,
  }),
  valueReviewed: z.strictObject({
    outcome: code(['abandon', 'keep', 'not_file'], '审核结论', 'Outcome'),
    opinion: text('价值和必要性意见', 'Opinion on value'),
    interestSought: flag('已征询其他意向', 'Others were asked for interest'),
    licensed: flag('存在有效许可', 'A licence is in force'),
    pledged: flag('存在质押或者保全', 'It is pledged or seized'),
  }),
  filingDropped: z.strictObject({
    decidedBy: text('决定机构或人员', 'Decided by'),
    reason: text('理由', 'Reasons'),
  }),
  completersNotified: z.strictObject({
    informed: flag('已告知后果和可作的选择', 'Told what follows and what they may choose'),
    how: line('通知方式和编号', 'How, and number of the letter'),
  }),
  completerAnswered: z.strictObject({
    name: line('成果完成人', 'Inventor'),
    answer: code(['consents', 'takes_over', 'objects'], '答复', 'Answer'),
    statement: text('说明', 'Statement').optional(),
  }),
  takenOver: z.strictObject({
    name: line('承接人', 'Taken over by'),
    agreement: text('协议编号和要点', 'Agreement'),
  }),
  feePaid: z.strictObject({
    voucher: line('缴费凭证号', 'Voucher'),
    nextDueOn: onDay('下一次缴费期限', 'Next fee due on').optional(),
  }),
  ...shown,
  abandoned: z.strictObject({ lastShownOn: onDay('最后展示日', 'Last day shown') }),
  accounted: z.strictObject({
    reviewed: flag('已经转化部门审核', 'Reviewed by the transfer office'),
    voucher: line('账务处理凭证号', 'Voucher'),
  }),
  ...endingData,
} as const
