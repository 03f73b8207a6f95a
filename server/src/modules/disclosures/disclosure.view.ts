import { type Day, dayInChina } from '@yizhuan/kit'
import type { Caller, Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import {
  achievementOf,
  holdersOn,
  isDisputedOn,
  isTheirs,
  mustReadWhole,
  office,
} from '../achievements/index.ts'
import { emailsOf } from '../people/index.ts'
import { disclosureLists, workCalendar } from '../policies/index.ts'
import { listsFor } from './disclosure.lists.ts'
import {
  casesAbout,
  changedOn,
  type Disclosure,
  disclosureOf,
  rightsIn,
} from './disclosure.queries.ts'
import type { InventorStandingWire, LackingWire, ProgressWire } from './disclosure.wire.ts'
import { evaluationsOf } from './evaluation.commands.ts'
import { isLeftUnfiled } from './evaluation.ts'
import { filingsOf } from './filing.queries.ts'
import { asksWhy, lackingOf } from './lacking.ts'
import { mailsOfLinks } from './link-mail.commands.ts'
import { mergedUnder } from './merged.queries.ts'
import { noveltyClocks } from './novelty.ts'
import { progressOf } from './progress.ts'

/** How the inventors of a disclosure stand; what was said with a dispute is not everybody's to read. */
async function standingFor(
  tx: Tx,
  { one, inventors }: Disclosure,
  caller: Caller,
): Promise<InventorStandingWire[]> {
  const { institution, roles } = caller
  const mayRead = isTheirs(one, caller)
  const isOffice = office.some((role) => roles.includes(role))
  const staff = one.inventors.flatMap(({ staffNo }) => staffNo ?? [])
  const [mails, emails] = await Promise.all([
    mayRead ? mailsOfLinks(tx, institution, one.id) : undefined,
    isOffice ? emailsOf(tx, institution, staff) : undefined,
  ])
  return inventors.map(({ at, expiresAt, words, ...inventor }) => ({
    ...inventor,
    mail: mails?.get(inventor.place) ?? null,
    email: emails?.get(one.inventors[inventor.place]?.staffNo ?? '') ?? null,
    on: at && dayInChina(at),
    expiresOn: expiresAt && dayInChina(expiresAt),
    words: mayRead ? words : null,
  }))
}

/** What a disclosure lacks; of what a ledger brought, or was merged, nothing is asked. */
async function lackingFor(
  tx: Tx,
  { one, inventors }: Disclosure,
  institution: string,
): Promise<LackingWire> {
  if (one.intake === null || one.intake === 'merged') return nothingLacks
  const lacking = lackingOf(one, await listsFor(tx, institution), inventors)
  return {
    texts: lacking.texts.map(({ items, ...text }) => ({ ...text, items: [...items] })),
    unconfirmed: [...lacking.unconfirmed],
    asksWhy: one.intake === 'submitted' && asksWhy(lacking),
  }
}

const nothingLacks: LackingWire = { texts: [], unconfirmed: [], asksWhy: false }

/** Where a disclosure is; undefined where the institution has no such record. */
export async function progressFor(
  tx: Tx,
  { clock, config }: Context,
  caller: Caller,
  id: string,
): Promise<ProgressWire | undefined> {
  const { institution, person } = caller
  const now = clock.now()
  const [found, from] = await Promise.all([
    disclosureOf(tx, institution, id, now),
    mergedUnder(tx, institution, [id]),
  ])
  if (!found) return undefined
  await mustReadWhole(tx, caller, found.one)
  const { one, history, inventors } = found
  const ids = [id, ...from.map((gone) => gone.id)]
  const [cases, filings, rights, evaluations, kept] = await Promise.all([
    casesAbout(tx, institution, ids),
    filingsOf(tx, institution, ids),
    rightsIn(tx, institution, ids, dayInChina(now)),
    evaluationsOf(tx, institution, [id]),
    one.mergedInto === null ? undefined : achievementOf(tx, institution, one.mergedInto),
  ])
  const today = dayInChina(now)
  const isUnfiled = isLeftUnfiled(evaluations)
  const { novelty, handling } = disclosureLists()
  const isDisputed = isDisputedOn(one.disputes, today)
  const accepted = history.items.findLast(({ action }) => action === 'achievement.accepted')
  const steps = progressOf(
    {
      intake: one.intake,
      intakeOn: one.intakeOn,
      disclosedOn: one.disclosedOn,
      acceptedOn: accepted ? dayInChina(accepted.at) : null,
      inventors,
      titledOn: one.holdings.length > 0 ? changedOn(history, 'holdings') : null,
      isDisputed,
      rights,
      caseOn: cases.at(-1)?.openedOn ?? null,
      answerWithin: handling.answer.workdays,
    },
    workCalendar(),
  )
  // What was told with a double was published all the same.
  const publications = [one, ...from].flatMap((each) => each.publications)
  const clocks = noveltyClocks(publications, filings, novelty, {
    ...{ calendar: workCalendar(), today: today as Day },
  })
  return {
    today,
    intake: one.intake,
    questions: one.questions,
    mine: one.disclosedBy === person,
    canMail: config.mail !== undefined,
    steps: [...steps],
    inventors: await standingFor(tx, found, caller),
    lacking: await lackingFor(tx, found, institution),
    formerDisputes: found.formerDisputes.map(({ name, at, words }) => ({
      name,
      on: dayInChina(at),
      words: isTheirs(one, caller) ? words : null,
    })),
    holders: holdersOn(one.holdings, today).map((holder) => ({ ...holder })),
    isDisputed,
    novelty: clocks.map(({ regime, publication, lastDay, isGrace, priority, state }) => ({
      place: regime.label,
      cite: regime.cite,
      verified: regime.verified,
      kind: publication.kind,
      publishedOn: publication.on,
      lastDay,
      isGrace,
      priorityOf: priority?.of ?? null,
      // What nobody will file has no last day to be reminded of.
      state: isUnfiled && state === 'open' ? ('waived' as const) : state,
    })),
    mergedInto: kept ? { id: kept.id, number: kept.number, title: kept.title } : null,
    mergedFrom: from.map(({ id: gone, number, title }) => ({ id: gone, number, title })),
    cases: cases.map(({ openedOn: _day, ...line }) => line),
  }
}
