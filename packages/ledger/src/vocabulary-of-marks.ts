import type { KnowHowRecord, MarkStatus } from './records-of-marks.ts'
import type { Vocabulary } from './vocabulary.ts'

// What lists say became of a trademark, a layout design, a plant variety or a secret.

export const markStatuses: Vocabulary<MarkStatus> = {
  rules: [
    [/视为撤回|视撤|^deemedwithdrawn$/, 'deemed_withdrawn'],
    [/撤回|^withdrawn$/, 'withdrawn'],
    [/驳回|不予注册|不予授权|^rejected$/, 'rejected'],
    [/无效|^invalidated$/, 'invalidated'],
    [/注销|撤销|^cancelled$/, 'cancelled'],
    [/(未|欠)(按期|按时)?[缴交]|欠费/, 'lapsed_unpaid'],
    [/放弃|^waived$/, 'lapsed_waived'],
    [/届满|期满|到期|过期|未续展|^expired$/, 'lapsed_expired'],
    [/转移|转让|^transferred$/, 'transferred'],
    [/失效|终止|^lapsed$/, 'lapsed'],
    [/实审|实质审查|^underexamination$/, 'pending_examination'],
    [/初审|初步审定|公布|^published$/, 'pending_published'],
    [/受理|^accepted$/, 'pending_accepted'],
    [/申请中|在审|审中|审查|[未待](注册|登记|授权)|^(pending|filed)$/, 'pending'],
    [/注册|登记|授权|有效|维持|续展|^(registered|granted|inforce)$/, 'registered'],
    [/申请/, 'pending'],
  ],
  first: true,
  unknown: 'status_unknown',
}

export const secretStatuses: Vocabulary<NonNullable<KnowHowRecord['status']>> = {
  rules: [
    [/泄露|泄密|失密|已公开|解密|失效|^(lapsed|disclosed)$/, 'lapsed'],
    [/放弃|^waived$/, 'lapsed_waived'],
    [/转移|转让|^transferred$/, 'transferred'],
    [/保密|有效|在用|^(valid|secret)$/, 'valid'],
  ],
  first: true,
  unknown: 'status_unknown',
}
