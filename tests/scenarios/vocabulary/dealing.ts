// What people do in a deal, by its verbs, and the usual line of steps with the days they usually take.
import { addDays, type Day } from '@yizhuan/kit'
import type { ActType } from '@yizhuan/procedures'
import type { Actor, Besides } from './actor.ts'
import { type Deal, fenOf, forms } from './deal.ts'
import type { Office } from './hands.ts'
import type { Scene } from './scene.ts'

type Changes = Readonly<Record<string, unknown>>

/** The steps of a deal as verbs, with the papers that usually go with them. */
export const verbs = {
  opensDeal: 'caseOpened',
  discloses: 'disclosed',
  registersTitle: 'titleRegistered',
  screens: 'screened',
  negotiates: 'negotiationStarted',
  logsTheTalks: 'negotiationLogged',
  proposes: 'proposed',
  reviews: 'reviewed',
  publishesTheNotice: 'noticePublished',
  certifiesTheNotice: 'noticeCertified',
  decide: 'decided',
  signs: 'signed',
  registersTheContract: 'contractRegistered',
  passesOnTheRegistration: 'registrationReported',
  reports: 'reported',
  receives: 'receiptRecorded',
  draftsThePlan: 'planDrafted',
  publishesThePlan: 'planNoticePublished',
  certifiesThePlan: 'planNoticeCertified',
  pays: 'paid',
  closes: 'closed',
} as const satisfies Readonly<Record<string, keyof typeof forms>>

/** Each verb: the usual form of the deal, changed where the scenario says so. */
export type DealVerbs = Readonly<
  Record<keyof typeof verbs, (deal: Deal, changes?: Changes, besides?: Besides) => Promise<void>>
>

const papersWith: Readonly<Partial<Record<ActType, readonly string[]>>> = {
  decided: ['会议记录和决议（演示）'],
  signed: ['合同文本（演示）'],
  reported: ['报告材料（演示）'],
}

/** The verbs of somebody who acts. */
export function dealVerbs(actor: Pick<Actor, 'opens' | 'records'>, today: () => Day): DealVerbs {
  const acts = Object.entries(verbs).map(([verb, type]) => {
    const act = async (deal: Deal, changes: Changes = {}, besides: Besides = {}) => {
      const data = { ...forms[type](deal, today()), ...changes }
      const how = { papers: papersWith[type] ?? [], ...besides }
      if (type === 'caseOpened') await actor.opens('transfer', data, how)
      else await actor.records(type, data, how)
      deal.reached = type
    }
    return [verb, act]
  })
  return Object.fromEntries(acts)
}

type Verb = keyof DealVerbs

/** The usual line: after how many days, who, does what. */
const line: readonly (readonly [days: number, who: Office, verb: Verb])[] = [
  [0, 'officer', 'opensDeal'],
  [0, 'inventor', 'discloses'],
  [3, 'officer', 'registersTitle'],
  [0, 'reviewer', 'screens'],
  [2, 'officer', 'negotiates'],
  [7, 'officer', 'logsTheTalks'],
  [0, 'officer', 'proposes'],
  [5, 'reviewer', 'reviews'],
  [2, 'officer', 'publishesTheNotice'],
  [16, 'officer', 'certifiesTheNotice'],
  [3, 'leaders', 'decide'],
  [4, 'officer', 'signs'],
  [5, 'officer', 'registersTheContract'],
  [0, 'officer', 'passesOnTheRegistration'],
  [3, 'officer', 'reports'],
  [8, 'finance', 'receives'],
  [0, 'officer', 'draftsThePlan'],
  [2, 'officer', 'publishesThePlan'],
  [16, 'officer', 'certifiesThePlan'],
  [3, 'finance', 'pays'],
  [0, 'officer', 'closes'],
]

/** Takes the usual steps that come next in a deal, up to one of them. */
export async function goesOn(scene: Scene, deal: Deal, until: Verb): Promise<void> {
  const from = line.findIndex(([, , verb]) => verbs[verb] === deal.reached) + 1
  const to = line.findIndex(([, , verb]) => verb === until) + 1
  for (const [days, who, verb] of line.slice(from, to)) {
    await scene.on(workdayFrom(scene, addDays(scene.today(), days)))
    if (verb.startsWith('certifies')) await waitsUntilItMay(scene, verbs[verb])
    if (verb === 'publishesThePlan') await everybodyAgrees(scene, deal)
    await scene[who][verb](deal)
    if (verb === 'receives') await costsAreDeducted(scene, deal)
  }
}

/** The office works on working days. */
function workdayFrom({ play }: Scene, day: Day): Day {
  const { calendar } = play.world
  return calendar.isRestDay(day) ? calendar.workdayAfter(day) : day
}

/** A period that ends on a rest day ends later than it usually does. */
async function waitsUntilItMay(scene: Scene, act: ActType): Promise<void> {
  const { play, on } = scene
  const next: readonly { type: string; opens?: string }[] = (await play.reads()).next
  const opens = next.find(({ type }) => type === act)?.opens
  if (opens !== undefined && opens > play.today()) await on(opens)
}

/** Finance deducts what the deal cost. */
export async function costsAreDeducted({ finance }: Scene, { facts }: Deal): Promise<void> {
  for (const [at, [kind, amount]] of (facts.costs ?? []).entries()) {
    await finance.records('costRecorded', { kind, amount: fenOf(amount), voucher: `付-${at + 1}` })
  }
}

/** Everybody of the team signs the plan on paper. */
export async function everybodyAgrees(
  { officer }: Pick<Scene, 'officer'>,
  { facts }: Deal,
): Promise<void> {
  for (const { name } of facts.team) {
    await officer.records('planAgreed', { member: name }, { papers: [`${name}签字页（演示）`] })
  }
}
