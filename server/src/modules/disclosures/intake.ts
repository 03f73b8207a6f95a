// The way of a disclosure through the office: handed in, given back with questions, accepted.
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Intake } from '../achievements/index.ts'
import type { InventorStanding } from './confirmation.ts'
import { asksWhy, type Lacking } from './lacking.ts'

/** Why a step is not taken. */
export interface IntakeRefusals {
  'not-handed-in': { readonly intake: string }
  'not-given-back': { readonly intake: string }
  'share-disputed': { readonly names: string }
  'not-yours': Record<string, never>
  'accepted-without-why': { readonly zh: string; readonly en: string }
}

/** The office gives back or accepts what was handed in. */
export function decideAnswer(
  intake: Intake | null,
  answer: 'return' | 'accept',
  inventors: readonly InventorStanding[],
): Outcome<Intake, IntakeRefusals> {
  if (intake !== 'submitted') return refuse('not-handed-in', { intake: intake ?? '' })
  if (answer === 'return') return accept('returned')
  const disputed = inventors.filter(({ status }) => status === 'disputed')
  if (disputed.length > 0) {
    return refuse('share-disputed', { names: disputed.map(({ name }) => name).join('、') })
  }
  return accept('accepted')
}

/** What is accepted although something is lacking is accepted for a reason, which its history keeps. */
export function decideDespite(
  lacking: Lacking,
  despite: string | null,
): Outcome<true, Pick<IntakeRefusals, 'accepted-without-why'>> {
  if (!asksWhy(lacking) || despite !== null) return accept(true)
  const { texts, unconfirmed } = lacking
  const wanted = texts.filter(({ isDraft }) => !isDraft)
  const named = (lang: 'zh' | 'en', joint: string, after: string) =>
    [
      ...wanted.map(({ cite, items }) => `${items.map((one) => one[lang]).join(joint)} (${cite})`),
      ...(unconfirmed.length > 0 ? [`${after}${unconfirmed.join(joint)}`] : []),
    ].join(lang === 'zh' ? '；' : '; ')
  return refuse('accepted-without-why', {
    zh: named('zh', '、', '尚未确认比例的完成人：'),
    en: named('en', ', ', 'inventors who have not confirmed: '),
  })
}

/** Whoever disclosed hands in again what was given back; the office may do it for them. */
export function decideResubmission(
  intake: Intake | null,
  isTheirs: boolean,
): Outcome<Intake, IntakeRefusals> {
  if (!isTheirs) return refuse('not-yours', {})
  if (intake !== 'returned') return refuse('not-given-back', { intake: intake ?? '' })
  return accept('submitted')
}
