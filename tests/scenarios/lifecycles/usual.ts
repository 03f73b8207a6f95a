// Forms of the lifecycles as they are usually filled in; a scenario says what is particular to it.
import { addDays, type Day } from '@yizhuan/kit'

/** A resolution that passed as it should. */
export const resolution = {
  result: 'passed',
  minuted: true,
  quorate: true,
  recusalObserved: true,
  members: 9,
  present: 9,
  votesFor: 8,
  votesAgainst: 0,
  abstentions: 0,
  recused: [],
}

/** The minutes that go with it. */
export const minutes = { papers: ['会议记录和决议（演示）'] }

/** What the public reads. */
export const noticeOf = (subject: string, terms: string) => ({
  subject,
  terms,
  objectionProcedure: '实名书面提交至转化部门（演示）',
  department: '成果转化办公室（演示）',
})

/** A notice that hung until yesterday. */
export const shownUntil = (today: Day) => ({ lastShownOn: addDays(today, -1) })

/** Somebody of the team, with a share where it is divided. */
export const member = (name: string, share?: string) => ({
  name,
  isInventor: true,
  isChief: false,
  holdsLeadingPost: false,
  ...(share !== undefined && { share }),
})

/** What an empowerment asks of the team, ready and divided. */
export const enabling = {
  plan: '由团队组织实施（演示）',
  enabled: true,
  planMade: true,
  divided: true,
  unitInterest: '净收入三成归单位',
}

/** Nothing stands in the way of an empowerment. */
export const fit = {
  stateSecret: 'no',
  nationalSecurity: 'no',
  keyTechnology: 'no',
  titleRegistered: true,
  titleDisputed: false,
  prospectClear: true,
  recipientKnown: true,
  willStrong: true,
  ethics: 'not_applicable',
}

/** What an agreement with the team states. */
export const clauses = {
  statesIncome: true,
  statesDecision: true,
  statesCosts: true,
  statesUpkeep: true,
  statesDuties: true,
}
