// An inquiry into relief as it usually runs until the persons concerned were heard.
import { Deal } from '../vocabulary/deal.ts'
import type { Scene } from '../vocabulary/scene.ts'

/** Nothing of the list of bars was found. */
const clean = {
  resultBarred: false,
  ethicsBreached: false,
  secrecyBreached: false,
  foundedWithoutConsent: false,
  resultsAppropriated: false,
  othersResultsTaken: false,
  transferObstructed: false,
  keyTechnologyLeaked: false,
  dutyNeglected: false,
  illegalGain: false,
  giftsTaken: false,
  paidServicesGiven: false,
  kinFavoured: false,
  ownProductEntered: false,
  ownProductAbused: false,
  ownProductDisclosed: false,
  recusalObserved: true,
  violationSuspected: false,
  report: '逐项核查，未发现',
}

/** The deal that is looked into, under way since the spring. */
async function dealUnderWay({ on, goesOn, play }: Scene): Promise<string> {
  const deal = new Deal({
    title: '止血材料许可',
    achievement: '可吸收止血材料（虚构）',
    team: [{ name: '甲示例' }],
    mode: 'license',
    counterparty: '样例科技（虚构）',
    price: '600,000',
  })
  await on('2026-03-02')
  await goesOn(deal, 'negotiates')
  return String((await play.reads()).case.number)
}

/** What the inquiry begins with; only few people see it from then on. */
export async function openingOf(scene: Scene) {
  const caseNumber = await dealUnderWay(scene)
  scene.play.reader = 'discipline'
  await scene.on('2026-06-02')
  return { ...opening, caseNumber }
}

const opening = {
  title: '许可定价调查',
  trigger: 'audit',
  account: '审计发现成交价低于后来估值',
  triggeredOn: '2026-06-01',
  conduct: '协议定价未评估',
  conductOn: '2026-03-10',
  procedureMade: true,
  procedureRule: '院发（示例）1号',
  subjects: [{ name: '甲示例', relief: 'person', role: 'manager' }],
}

/** Opened, investigated, screened and called. */
export async function isScreened({ on, discipline }: Scene): Promise<void> {
  await on('2026-06-03')
  await discipline.records('investigatorsNamed', { investigators: [{ name: '丁示例' }] })
  await on('2026-06-04')
  await discipline.records('evidenceGathered', {})
  await on('2026-06-05')
  await discipline.records('conductScreened', { name: '甲示例', ...clean })
  await discipline.records('hearingCalled', {
    name: '甲示例',
    hearingOn: '2026-06-23',
    how: '书面通知',
  })
}

/** The person tells their side on the day of the hearing. */
export async function isHeard({ on, discipline }: Scene): Promise<void> {
  await on('2026-06-23')
  await discipline.records('heard', { name: '甲示例', statement: '当时已集体研究并询价' })
}

/** A relief with each duty proven. */
export const relief = {
  name: '甲示例',
  head: 'no_appraisal',
  resultRulesInForce: true,
  assetRulesInForce: true,
  rulesKept: true,
  illegalGain: false,
  decidedDemocratically: true,
  reasonableCareTaken: true,
  supervisionExercised: true,
  otherDutiesPerformed: true,
  documents: ['decision', 'care', 'supervision', 'own_rules'].map((duty) => ({
    duty,
    document: '办理记录第11号（决议）',
  })),
  decider: 'joint',
  wording: 'relieved',
  appealDays: 18,
  reasons: '各项职责均有材料证明',
}

export const effect = { conduct: true, merit: true, awards: true, yearly: true }
