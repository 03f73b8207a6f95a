import type { Day } from '@yizhuan/kit'
import {
  type InstitutionReading,
  type InstitutionRule,
  type Lapse,
  type Law,
  lapsesOn,
} from '@yizhuan/law'
import type { Tx } from '../../../platform/database.ts'
import { conflict } from '../../../platform/problem.ts'
import { profileOf, profileOn, provinces } from '../../institutions/index.ts'
import { ownRulesOf } from '../own-rules/own-rule.queries.ts'
import { toProblem } from '../own-rules/own-rule.refusals.ts'
import {
  approvedNow,
  governing,
  type OwnRule,
  type OwnRuleKind,
  toReadings,
  toRules,
  tryOut,
} from '../own-rules/own-rule.ts'
import { refreshRevisions } from '../revisions/revision.queries.ts'
import type { Pins } from '../revisions/revision.ts'
import { lawFor, type Place } from './packs.ts'

/** What an institution's cases are judged by: the law of its place, its own rules, its readings. */
export interface Ground {
  readonly law: Law
  readonly rules: readonly InstitutionRule[]
  readonly chosen: readonly InstitutionReading[]
}

/**
 * The ground an institution stands on, as it was known on a day: what was approved later is not seen.
 *
 * Rules and readings keep their days, so that the law of the day of an act can be found in them.
 *
 * @param pins  the revisions of the packs that judge; the newest where none is named.
 * @throws {Problem} 409 when no pack is at hand for the institution's province.
 */
export async function groundOf(
  tx: Tx,
  institution: string,
  knownOn: Day,
  pins: Pins | Promise<Pins> = {},
): Promise<Ground> {
  const [profile, own, by] = await Promise.all([
    profileOn(tx, institution, knownOn),
    ownRulesOf(tx, institution),
    pins,
    refreshRevisions(tx),
  ])
  return groundFrom(lawAt(profile, by), profile.name, own, knownOn)
}

/** The ground made of a law and an institution's own rules. */
export function groundFrom(law: Law, name: string, own: readonly OwnRule[], knownOn: Day): Ground {
  const known = governing(own.filter(({ decided }) => decided && decided.on <= knownOn))
  return { law, rules: toRules(known, name), chosen: toReadings(known) }
}

/** A rule or reading to try out. Without a first day a reading is looked through for once. */
export interface Trial {
  readonly kind: OwnRuleKind
  readonly subject: string
  readonly choice: string | null
  readonly from?: Day
}

/**
 * The ground as it would be if something were approved today.
 *
 * @throws {Problem} for what could not be proposed: unknown, malformed, or laxer than the law.
 */
export async function groundWith(
  tx: Tx,
  institution: string,
  today: Day,
  { from, ...trial }: Trial,
  pins: Pins = {},
): Promise<Ground & { readonly readings?: Readonly<Record<string, string>> }> {
  const profile = await profileOf(tx, institution)
  const { name } = profile
  const law = lawAt(profile, pins)
  const own = await ownRulesOf(tx, institution)
  const proposal = { ...trial, from: from ?? today, to: null, basis: '—' }
  const formed = tryOut(proposal, { law, institution: name, rules: own, today })
  if (formed.kind === 'refused') throw toProblem(formed.refusal, tryNames)
  const { subject, choice } = formed.value
  if (trial.kind === 'reading' && from === undefined) {
    const reading = choice ?? law.interpretations.get(subject)?.default ?? ''
    return { ...groundFrom(law, name, own, today), readings: { [subject]: reading } }
  }
  return groundFrom(law, name, [...own, approvedNow(formed.value, today)], today)
}

const tryNames = { subject: 'subject', choice: 'choice' }

/** The laws of an institution's place that are not in force on a day. */
export async function lapsesAt(tx: Tx, institution: string, on: Day): Promise<readonly Lapse[]> {
  const law = lawFor(await profileOf(tx, institution))
  return law ? lapsesOn(law, on) : []
}

/** Has an institution named a place for which no pack is at hand? Then nothing can be decided there. */
export async function isWithoutLaw(tx: Tx, institution: string): Promise<boolean> {
  return lawFor(await profileOf(tx, institution)) === undefined
}

/** The law of a place. @throws {Problem} 409 when there is none. */
export function lawAt(place: Place, pins: Pins = {}): Law {
  const law = lawFor(place, pins)
  if (law) return law
  const { province } = place
  const name = provinces[province ?? ''] ?? { zh: province ?? '', en: province ?? '' }
  throw conflict('no-law-for-province', {
    zh: `本系统没有适用于${name.zh}的规则包，不能办理。请管理员在“机构设置”核对所在省份，或安装该省规则包。`,
    en: `There is no law pack for ${name.en}, so nothing can be decided. Ask the administrator to check the province in the settings, or install that pack.`,
  })
}
