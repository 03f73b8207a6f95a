import { colleaguesOf } from '../../platform/account.ts'
import type { Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import type { OutboxFact } from '../../platform/outbox.ts'
import { achievementOf } from '../achievements/index.ts'
import {
  caseDesk,
  caseLine,
  type HandedOver,
  readersOf,
  standingOf,
  withSubstitutes,
} from '../cases/index.ts'
import type { Mentioned } from '../comments/index.ts'
import { personsNamed } from '../people/index.ts'
import type { UnlawfulRule } from '../policies/index.ts'
import { takeBack } from './notification.queries.ts'
import {
  type DisclosureStep,
  isReport,
  type NamedStep,
  reportOf,
  standingMatters,
} from './notification.ts'
import { tellPeople } from './tell.commands.ts'

/** Hears what happened in a case and brings up to date what is new for its people. */
export async function hearOfCase(
  tx: Tx,
  context: Context,
  { institution, fact, body }: OutboxFact,
): Promise<void> {
  const { clock } = context
  const [caseId, seq] = [String(body['case']), Number(body['seq'])]
  const type = fact.slice('case.'.length)
  const line = await caseLine(tx, institution, caseId)
  // Of several acts that wait to be told, the newest alone says how the case stands.
  const isNewest = line !== undefined && seq >= line.seq
  if (!isNewest && !isReport(type)) return
  const own = await standingOf(
    tx,
    await caseDesk(tx, clock, institution, caseId),
    institution,
    caseId,
  )
  if (own === undefined) return
  const readers = await readersOf(tx, institution, caseId)
  const all = (await colleaguesOf(tx, clock, institution)).filter(
    ({ person, roles }) =>
      !readers ||
      readers.people.includes(person) ||
      readers.roles.some((role) => roles.includes(role)),
  )
  const today = clock.today()
  const { standing, colleagues } = await withSubstitutes(tx, institution, today, own, all)
  const where = { institution, caseId }
  const report = reportOf({ type, seq, by: standing.actorOf(seq) }, standing, colleagues)
  if (report) await tellPeople(tx, context, where, [report])
  if (!isNewest) return
  const matters = standingMatters(standing, colleagues, today)
  await takeBack(tx, where, matters)
  await tellPeople(tx, context, where, matters)
}

/** Tells both sides of a hand-over. */
export async function hearOfHandover(
  tx: Tx,
  context: Context,
  { institution, body }: OutboxFact,
): Promise<void> {
  const told = body as unknown as HandedOver // As the module that put it out says.
  const { id, from, to, names, by, count, reason } = told
  const about = { kind: 'handover' as const, id, ...names, count, reason }
  const who = [from, to].filter((person) => person !== by.person)
  await tellPeople(tx, context, { institution, caseId: null }, [{ about, who }])
}

/** Tells the office of what was handed in, and whoever disclosed or made it of what became of it. */
export async function hearOfDisclosure(
  tx: Tx,
  context: Context,
  { institution, fact, body }: OutboxFact,
): Promise<void> {
  const step = fact.slice('disclosure.'.length) as DisclosureStep
  const { author, by, ...told } = body as unknown as Disclosed // As the modules that put it out say.
  const one = await achievementOf(tx, institution, told.id)
  // Of several steps that wait to be told, the newest alone says how it stands.
  const isStep = step === 'submitted' || step === 'returned' || step === 'accepted'
  if (isStep && one?.intake !== step) return
  const colleagues = await colleaguesOf(tx, context.clock, institution)
  const office = colleagues
    .filter(({ roles }) => roles.some((role) => answersDisclosures.has(role)))
    .map(({ person }) => person)
  const whose = { submitted: office, disputed: [...office, author] }
  const asked = whose[step as keyof typeof whose] ?? [author]
  const who = [...new Set(asked)].filter(
    (person): person is string => person !== null && person !== by,
  )
  const accounts = new Set(colleagues.map(({ person }) => person))
  const made = one ? await personsNamed(tx, institution, one.inventors) : []
  const others = made.filter(
    (person) => accounts.has(person) && person !== by && person !== author && !who.includes(person),
  )
  const about = (as: DisclosureStep | NamedStep) => ({
    kind: 'disclosure' as const,
    ...told,
    step: as,
  })
  const instead = { submitted: 'named', returned: 'questioned' } as const
  await tellPeople(tx, context, { institution, caseId: null }, [
    { about: about(step), who },
    { about: about(instead[step as keyof typeof instead] ?? step), who: others },
  ])
}

interface Disclosed {
  readonly id: string
  readonly seq: number
  readonly number: string
  readonly title: string
  readonly author: string | null
  readonly by: string | null
}

const answersDisclosures: ReadonlySet<string> = new Set(['tto_negotiator', 'tto_reviewer'])

/** Tells inventors that they are asked about what they made. */
export async function hearOfStocktaking(
  tx: Tx,
  context: Context,
  { institution, body }: OutboxFact,
): Promise<void> {
  const { id, name, dueOn, by, round, asked } = body as unknown as StockAsked // As its module says.
  const matters = asked
    .filter(({ person }) => person !== by)
    .map(({ part, person }) => {
      const about = { kind: 'stocktaking' as const, id, part, name, dueOn, round }
      return { about, who: [person] }
    })
  await tellPeople(tx, context, { institution, caseId: null }, matters)
}

interface StockAsked {
  readonly id: string
  readonly name: string
  readonly dueOn: string
  readonly by: string
  readonly round: string
  readonly asked: readonly { readonly part: string; readonly person: string }[]
}

/** Tells those with an account whom a patent of others may name. */
export async function hearOfOutsidePatents(
  tx: Tx,
  context: Context,
  { institution, body }: OutboxFact,
): Promise<void> {
  const { found } = body as unknown as OutsideFound // As its module says.
  const colleagues = await colleaguesOf(tx, context.clock, institution)
  const known = new Set(colleagues.map(({ person }) => person))
  const matters = found.map(({ id, title, named }) => ({
    about: { kind: 'outside-patent' as const, id, title },
    who: [...new Set(named)].filter((person) => known.has(person)),
  }))
  await tellPeople(tx, context, { institution, caseId: null }, matters)
}

interface OutsideFound {
  readonly found: readonly {
    readonly id: string
    readonly title: string
    readonly named: readonly string[]
  }[]
}

/** Tells those who may decide on an archive that one was ordered; whoever ordered it decides on none of theirs. */
export async function hearOfArchive(
  tx: Tx,
  context: Context,
  { institution, body }: OutboxFact,
): Promise<void> {
  const { id, reason, by, deciders } = body as unknown as ArchiveOrdered // As its module says.
  const colleagues = await colleaguesOf(tx, context.clock, institution)
  const who = colleagues
    .filter(({ person, roles }) => person !== by.person && roles.some((r) => deciders.includes(r)))
    .map(({ person }) => person)
  const about = { kind: 'archive' as const, id, reason, by: by.name }
  await tellPeople(tx, context, { institution, caseId: null }, [{ about, who }])
}

interface ArchiveOrdered {
  readonly id: string
  readonly reason: string
  readonly by: { readonly person: string; readonly name: string }
  readonly deciders: readonly string[]
}

/** Tells those whom a comment speaks to. */
export async function hearOfMention(
  tx: Tx,
  context: Context,
  { institution, body }: OutboxFact,
): Promise<void> {
  const told = body as unknown as Mentioned // As the module that put it out says.
  const { comment, kind, id, name, by, who } = told
  const path = `${told.path ?? `/${kind}s/${id}`}#comments`
  // A closed case is named nowhere outside.
  const isClosed = kind === 'case' && (await readersOf(tx, institution, id)) !== undefined
  const called = isClosed ? { zh: '不公开的项目', en: 'a closed case' } : { zh: name, en: name }
  const about = { kind: 'mention' as const, comment, by: by.name, name: called, path }
  const where = { institution, caseId: kind === 'case' ? id : null }
  await tellPeople(tx, context, where, [{ about, who }])
}

/** Tells those who answer for an own rule that a new revision of the law is stricter than it. */
export async function hearOfRule(
  tx: Tx,
  context: Context,
  { institution, body }: OutboxFact,
): Promise<void> {
  const { clock } = context
  const rule = body as unknown as UnlawfulRule & { pack: string; revision: number }
  const { id, label, choice, text, proposer, pack, revision } = rule
  const colleagues = await colleaguesOf(tx, clock, institution)
  const who = colleagues
    .filter(({ person, roles }) => person === proposer || roles.some((role) => answers.has(role)))
    .map(({ person }) => person)
  const law = `${pack}@r${revision}`
  const about = { kind: 'own-rule' as const, rule: id, law, label, choice, text }
  await tellPeople(tx, context, { institution, caseId: null }, [{ about, who }])
}

/** Those who may approve an own rule, and so end it. */
const answers: ReadonlySet<string> = new Set(['legal', 'leaders'])
