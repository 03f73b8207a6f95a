// What people know of some procedures beside what their forms say: which answers are usual, and what
// must add up with the record. A procedure without hints is played all the same.

import { transferHints } from '../transfer-case/testing/hints.ts'
import type { Hints } from './anyone.ts'
import { people } from './form.ts'

const dutiful = ['decision', 'care', 'supervision', 'own_rules'].map((duty) => ({
  duty,
  document: '示例文件',
}))
const member = (name: string, share: string) => ({
  name,
  isInventor: true,
  isChief: false,
  holdsLeadingPost: false,
  share,
})
const teams = [
  [member(people[0], '100%')],
  [member(people[0], '60%'), member(people[1], '40%')],
  [member(people[0], '50%'), { ...member(people[1], '50%'), holdsLeadingPost: true }],
]
const holder = (name: string, kind: string, share: string) => ({
  name,
  kind,
  share,
  isChief: false,
})
const ours = (share: string, rest: string) => [
  holder('示例医院（虚构）', 'institution', share),
  holder(people[0], 'contributor', rest),
]
const holders = [ours('30%', '70%'), ours('20%', '80%'), [holder(people[0], 'contributor', '100%')]]
const leadersShown = [{ name: people[1], contribution: '完成人', reward: '现金', share: '30%' }]
/** How most meetings go; more do not vote than were there. */
const meeting = {
  members: [9],
  present: [8, 9],
  votesFor: [7],
  votesAgainst: [0, 1],
  abstentions: [0],
}
const empowerment: Hints = {
  mostly: {
    '*': {
      result: [...Array(8).fill('passed'), 'deferred', 'rejected'],
      titleDisputed: [false],
      ownershipShare: ['70%'],
      leaders: [leadersShown],
      stateSecret: ['no', 'no', 'no', 'yes'],
      nationalSecurity: ['no'],
      keyTechnology: ['no'],
    },
    ownershipPrepared: { team: teams, agreedInWriting: [true] },
    usePrepared: { team: teams, agreedInWriting: [true] },
    objectionFound: { outcome: ['continue', 'continue', 'amend', 'stop'] },
    decided: meeting,
  },
}

export const hints: Readonly<Record<string, Hints>> = {
  transfer: transferHints as Hints,
  service_contract: {
    mostly: { '*': { outcome: ['registered', 'registered', 'refused', 'not_technology'] } },
  },
  equity_holding: {
    often: { eventDecided: 0.05, departmentDecided: 0.5, appraised: 0.1 },
    mostly: {
      '*': { holders },
      eventDecided: { handler: ['institution', 'institution', 'health', 'asset_department'] },
    },
  },
  abandonment: {
    mostly: {
      valueReviewed: {
        outcome: [...Array(6).fill('abandon'), 'keep', 'not_file'],
        licensed: [false],
        pledged: [false],
      },
      completerAnswered: { answer: ['consents', 'consents', 'takes_over', 'objects'] },
      objectionFound: { outcome: ['continue', 'amend', 'stop'] },
    },
    often: { takenOver: 0.3, objectionFiled: 0.05, abnormalityFound: 0.03 },
  },
  empowerment_ownership: empowerment,
  empowerment_use: empowerment,
  exemption: {
    often: { exempted: 0.5, appealed: 0.1 },
    mostly: {
      '*': { illegalGain: [false], relief: ['institution', 'person'] },
      exempted: {
        documents: [dutiful],
        head: ['pricing', 'no_appraisal', 'equity_loss', 'dispute', 'filing_dropped'],
        pricing: ['agreement'],
      },
      referralAnswered: { outcome: ['no_bar', 'no_bar', 'bars'] },
    },
  },
  use_first: {
    mostly: {
      '*': { disputed: [false], stateSecret: ['no'], nationalSecurity: ['no'] },
      decided: { ...meeting, result: [...Array(8).fill('passed'), 'deferred', 'rejected'] },
      noticePublished: { leaders: [leadersShown] },
      titleRegistered: { holders: [[{ name: '示例医院（虚构）', share: '100%' }]] },
      reviewed: {
        outcome: ['passed', 'passed', 'passed', 'returned'],
        ethics: ['passed', 'not_applicable'],
        compliance: ['passed'],
        risk: ['passed'],
      },
      signed: { byInstitution: [true], byInventor: [false] },
      assessed: { outcome: ['converts', 'extends', 'ends'] },
    },
    often: { objectionFiled: 0.05, abnormalityFound: 0.05 },
  },
}
