import { labelOf } from '@yizhuan/law'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { type ClauseNorm, clauseNorms } from './clause-norms.queries.ts'
import { type Deal, type DealRef, dealOf, readsDrafts } from './deal.queries.ts'
import { changedFacts } from './deal-facts.ts'
import { filled, inputNames, typedInCase, wordsOf } from './placeholder.ts'
import { clausesIn, type InUse, inUse, templatesIn, versionOf } from './standard.queries.ts'
import { type ClauseContent, isClause, type Slot } from './standard.ts'
import {
  fileNamed,
  namingsOf,
  type StoredText,
  storedText,
  type TextVersion,
  textsOf,
  textVersion,
  textVersions,
} from './text.queries.ts'
import { fitOf, gapsIn, namedIn, type Part, valueIn } from './text.ts'
import type { ChoiceWire, TextLineWire, TextPartWire, TextsWire, TextWire } from './text.wire.ts'
import { drafters } from './texts.access.ts'

const mayDraft = ({ roles }: Pick<Caller, 'roles'>) =>
  roles.some((role) => (drafters as readonly string[]).includes(role))

/** The texts of a deal; undefined where the caller has no such deal or does not read its drafts. */
export async function textsShown(
  tx: Tx,
  caller: Caller,
  ref: DealRef,
): Promise<TextsWire | undefined> {
  const deal = await dealOf(tx, caller, ref)
  if (!deal || !readsDrafts(caller, deal)) return undefined
  const texts = await textsOf(tx, caller.institution, deal)
  const items: TextLineWire[] = []
  for (const text of texts) items.push(await lineOf(tx, caller.institution, text, deal))
  const templates = mayDraft(caller) ? templatesIn(await inUse(tx, caller.institution)) : []
  return {
    items,
    templates: templates
      .map(({ id, name, content }) => ({
        ...{ id, name, fits: deal.type === null || content.types.includes(deal.type) },
      }))
      .toSorted((a, b) => Number(b.fits) - Number(a.fits)),
    mayDraft: mayDraft(caller),
  }
}

async function lineOf(
  tx: Tx,
  institution: string,
  text: StoredText,
  deal: Deal,
): Promise<TextLineWire> {
  const newest = await textVersion(tx, institution, text.id, text.newest)
  return {
    ...{ id: text.id, title: newest?.title ?? text.title, newest: text.newest },
    type: text.type as TextLineWire['type'],
    made: madeShown(text),
    last: madeShown(newest ?? text),
    named: await namedShown(tx, institution, text.id),
    isStale: newest ? changedIn(newest, deal).length > 0 : false,
  }
}

const madeShown = (of: { readonly madeAt: Date; readonly madeName: string }) => ({
  at: of.madeAt.toISOString(),
  by: of.madeName,
})

/** The version that is to be signed, with its file; null where none is named. */
export async function namedShown(tx: Tx, institution: string, id: string) {
  const [last] = await namingsOf(tx, institution, id)
  if (last?.version == null) return null
  const file = await fileNamed(tx, institution, last)
  const { version, namedAt, namedName } = last
  return { version, at: namedAt.toISOString(), by: namedName, file: file ?? null }
}

/** What the registers say otherwise by now, of what a version names. */
export const changedIn = ({ facts, parts }: TextVersion, deal: Deal) =>
  changedFacts(facts, deal.facts, namedIn(parts))

/** Everything that is read of a text to show one version of it. */
export interface TextDesk {
  readonly stored: StoredText
  readonly version: TextVersion
  readonly deal: Deal
  readonly slots: readonly Slot[]
  readonly template: { readonly id: string; readonly name: string }
  readonly library: ReadonlyMap<string, InUse<ClauseContent>>
}

/** A version of a text and what stands beside it; undefined where the caller does not read it. */
export async function textDesk(
  tx: Tx,
  caller: Caller,
  id: string,
  version?: number,
): Promise<TextDesk | undefined> {
  const { institution } = caller
  const stored = await storedText(tx, institution, id)
  if (!stored) return undefined
  const deal = await dealOf(tx, caller, stored)
  if (!deal || !readsDrafts(caller, deal)) return undefined
  const row = await textVersion(tx, institution, id, version ?? stored.newest)
  const said = row && (await versionOf(tx, institution, stored.templateId, row.templateVersion))
  if (!row || !said || isClause(said.content)) return undefined
  return {
    ...{ stored, version: row, deal, slots: said.content.slots },
    template: { id: stored.templateId, name: said.name },
    library: clausesIn(await inUse(tx, institution)),
  }
}

/** A version of a text as a page shows it. */
export async function textShown(
  tx: Tx,
  clock: Clock,
  caller: Caller,
  id: string,
  version?: number,
): Promise<TextWire | undefined> {
  const desk = await textDesk(tx, caller, id, version)
  if (!desk) return undefined
  const { institution } = caller
  const { stored, version: row, deal } = desk
  const [versions, namings, norms] = await Promise.all([
    textVersions(tx, institution, id),
    namingsOf(tx, institution, id),
    clauseNorms(tx, institution, clock.today()),
  ])
  const named = namedIn(row.parts)
  const isNewest = row.version === stored.newest
  // A case has no place for what the register of contracts says later.
  const typed = typedInCase.filter(
    (name) => deal.contractId === null && !Object.hasOwn(row.facts, name),
  )
  const used = new Set(row.parts.map(({ clause }) => clause))
  const choice = choiceOf(norms, deal)
  return {
    ...{ id, title: row.title, type: stored.type as TextWire['type'], template: desk.template },
    ...{ caseId: stored.caseId, contractId: stored.contractId },
    ...{ version: row.version, newest: stored.newest, note: row.note, made: madeShown(row) },
    parts: partsShown(desk, choice),
    inputs: { ...row.inputs },
    asked: [...typed, ...inputNames].filter((name) => named.has(name)).map(labelled),
    gaps: gapsIn(row.parts, row.facts, row.inputs).map((gap) => ({
      ...gap,
      at: typed.includes(gap.name) ? 'draft' : gap.at,
      ...labelled(gap.name),
    })),
    changed: (isNewest ? changedIn(row, deal) : []).map((one) => ({
      ...one,
      ...labelled(one.name),
    })),
    sumDiffers: deal.sumDiffers && { ...deal.sumDiffers },
    versions: versions.map((one) => ({
      ...{ version: one.version, note: one.note, made: madeShown(one) },
      edited: one.parts.filter(({ isEdited }) => isEdited).length,
    })),
    named: await namedShown(tx, institution, id),
    namings: namings.map((one) => ({
      ...{ version: one.version, reason: one.reason },
      made: { at: one.namedAt.toISOString(), by: one.namedName },
    })),
    others: [...desk.library.values()]
      .filter((one) => !used.has(one.id) && one.content.types.some((type) => type === stored.type))
      .map(choice),
    mayDraft: mayDraft(caller),
  }
}

const labelled = (name: string) => ({ name, label: wordsOf(name) })

type Choice = (one: InUse<ClauseContent>) => ChoiceWire

const choiceOf =
  (norms: readonly ClauseNorm[], { conditions }: Deal): Choice =>
  ({ id, name, version, content }) => ({
    ...{ clause: id, name, version, fit: fitOf(content, conditions) },
    ...{ conditions: [...content.conditions], obligation: content.obligation },
    norms: norms
      .filter(({ norm }) => content.norms.includes(norm.id))
      .flatMap(({ norm }) => norm.cites)
      .map(({ source, at }) => ({ source, at, label: labelOf(at) })),
    guidance: content.guidance,
  })

function partsShown(desk: TextDesk, choice: Choice): TextPartWire[] {
  const { version, slots, library } = desk
  const zh = valueIn(version.facts, version.inputs, 'zh')
  const en = valueIn(version.facts, version.inputs, 'en')
  let count = 0
  return version.parts.map((part) => {
    const slot = slots.find(({ key }) => key === part.slot)
    const now = part.clause === null ? undefined : library.get(part.clause)
    if (part.clause !== null) count += 1
    return {
      ...part,
      number: part.clause === null ? null : count,
      shown: filled(part.zh, zh),
      shownEn: part.en === null ? null : filled(part.en, en),
      isOptional: slot?.isOptional ?? true,
      choices: (slot?.clauses ?? [part.clause ?? '']).flatMap((id) => {
        const one = library.get(id)
        return one ? [choice(one)] : []
      }),
      newer: now && now.version !== part.version ? now.version : null,
      trouble: troubleOf(part, slot, desk),
    }
  })
}

/** What has to be looked at in a place before the text is one to be signed. */
export function troubleOf(
  part: Part,
  slot: Slot | undefined,
  { library, deal }: Pick<TextDesk, 'library' | 'deal'>,
): TextPartWire['trouble'] {
  const fit = (id: string) => {
    const one = library.get(id)
    return one === undefined ? 'no' : fitOf(one.content, deal.conditions)
  }
  if (part.clause !== null) {
    // One that the house retired meanwhile stays as it was.
    return library.has(part.clause) && fit(part.clause) === 'no' ? 'unfit' : null
  }
  if (!slot || slot.isOptional || part.reason !== null) return null
  return slot.clauses.some((id) => fit(id) !== 'no') ? 'undecided' : null
}
