import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { once, orderOf } from '../../platform/once.ts'
import { type Deal, dealOf } from './deal.queries.ts'
import { inputNames, maskedAccount, typedInCase } from './placeholder.ts'
import { againstText, type ContentRefusals } from './standard.checks.ts'
import { clausesIn, type InUse, inUse, templatesIn, versionOf } from './standard.queries.ts'
import { type ClauseContent, isClause, type TemplateContent } from './standard.ts'
import { type StoredText, storedText, type TextVersion, textVersion } from './text.queries.ts'
import { chainOfText } from './text.table.ts'
import { asKept, assembled, type Inputs, leftOut, type Part } from './text.ts'
import type { NewTextWire, NextTextWire } from './text.wire.ts'

/** Why a contract text is not written. */
export interface TextRefusals extends ContentRefusals {
  'no-such-text': Record<string, never>
  'no-such-deal': { readonly field: 'caseId' | 'contractId' }
  'no-such-template': Record<string, never>
  'text-changed-meanwhile': { readonly version: string; readonly by: string }
  'input-unknown': { readonly name: string }
  'slot-unknown': { readonly at: string }
  'slot-missing': { readonly slot: string }
  'clause-not-of-slot': { readonly at: string }
  'clause-gone': { readonly at: string }
  'edit-unexplained': { readonly at: string }
}

type Refused = Outcome<never, TextRefusals>
type Answer<Value> = Promise<Outcome<Value, TextRefusals>>

/** A slot that the text has beside those of its model contract. */
const extra = /^extra-\d{1,3}$/

/** Begins the text of a contract: the clauses that fit, filled with what the registers say. */
export async function beginText(
  tx: Tx,
  clock: Clock,
  by: Caller,
  given: z.output<typeof NewTextWire>,
): Answer<{ id: string; version: number }> {
  const { caseId, contractId, template: templateId } = given
  const order = orderOf('contractText', { id: caseId ?? contractId ?? '' }, given)
  return once<{ id: string; version: number }, TextRefusals>(tx, clock, by, order, async () => {
    const deal = await dealOf(tx, by, { caseId, contractId })
    if (!deal) return refuse('no-such-deal', { field: caseId === null ? 'contractId' : 'caseId' })
    const all = await inUse(tx, by.institution)
    const template = templatesIn(all).find(({ id }) => id === templateId)
    if (!template) return refuse('no-such-template', {})

    // From here on it is written.
    const id = newId()
    const parts = assembled(template.content, clausesIn(all), deal.conditions)
    const title = given.title ?? titleOf(template.content, deal)
    const [type = 'license'] = template.content.types
    const made = { madeAt: clock.now(), madeBy: by.person, madeName: by.name }
    await tx
      .insertInto('contractText')
      .values({
        ...{
          institutionId: by.institution,
          id,
          caseId: deal.caseId,
          contractId,
          title,
          templateId,
        },
        ...{ type: typeFor(template.content, deal) ?? type, newest: 1, ...made },
      })
      .execute()
    const text = { id, template: template.version, title, note: null }
    await writeVersion(tx, clock, by, { ...text, version: 1, parts, inputs: {}, deal })
    return accept({ id, version: 1 })
  })
}

const typeFor = ({ types }: TemplateContent, { type }: Deal) => types.find((one) => one === type)

const titleOf = ({ title }: TemplateContent, { title: of }: Deal) =>
  (of === '' ? title : `${title}（${of}）`).slice(0, 200)

/** Writes the next version of a text, with the facts as they are now; every earlier one stays. */
export async function writeText(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  given: z.output<typeof NextTextWire>,
): Answer<{ id: string; version: number }> {
  const found = await lockedText(tx, by.institution, id)
  if (!found) return refuse('no-such-text', {})
  const { stored, newest } = found
  if (given.expectedVersion !== stored.newest)
    return refuse('text-changed-meanwhile', { version: `${stored.newest}`, by: newest.madeName })
  const deal = await dealOf(tx, by, stored)
  if (!deal) return refuse('no-such-text', {})
  const template = await versionOf(tx, by.institution, stored.templateId, newest.templateVersion)
  if (!template || isClause(template.content)) return refuse('no-such-template', {})
  const stray = Object.keys(given.inputs).find((name) => !isInput(name))
  if (stray !== undefined) return refuse('input-unknown', { name: stray })
  const desk = {
    template: template.content,
    before: newest,
    library: await inUse(tx, by.institution),
  }
  const parts = await partsOf(tx, by.institution, desk, given.parts)
  if ('kind' in parts) return parts

  // From here on the version is written.
  const version = stored.newest + 1
  await tx
    .updateTable('contractText')
    .set({ newest: version })
    .where('institutionId', '=', by.institution)
    .where('id', '=', id)
    .execute()
  const { title, note } = given
  const text = { id, template: newest.templateVersion, title, note, version }
  await writeVersion(tx, clock, by, { ...text, parts: parts.all, inputs: kept(given.inputs), deal })
  return accept({ id, version })
}

/** Locks a text and reads it after: whoever holds it is the only writer. */
export async function lockedText(
  tx: Tx,
  institution: string,
  id: string,
): Promise<{ readonly stored: StoredText; readonly newest: TextVersion } | undefined> {
  if (!(await storedText(tx, institution, id))) return undefined
  await lockChain(tx, { institution, name: chainOfText(id) })
  const stored = await storedText(tx, institution, id)
  const newest = stored && (await textVersion(tx, institution, id, stored.newest))
  return stored && newest && { stored, newest }
}

const isInput = (name: string) =>
  (inputNames as readonly string[]).includes(name) || typedInCase.includes(name)

/** What was typed, without what was left empty; of an account only the end is kept. */
const kept = (inputs: Inputs): Inputs =>
  Object.fromEntries(
    Object.entries(inputs)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, name === '收款账户' ? maskedAccount(value) : value]),
  )

interface PartsDesk {
  readonly template: TemplateContent
  readonly before: TextVersion
  readonly library: readonly InUse[]
}

type GivenPart = z.output<typeof NextTextWire>['parts'][number]

/** The parts of the next version, or the first that cannot stand. */
async function partsOf(
  tx: Tx,
  institution: string,
  { template, before, library }: PartsDesk,
  given: readonly GivenPart[],
): Promise<{ readonly all: readonly Part[] } | Refused> {
  const clauses = clausesIn(library)
  const slots = new Map(template.slots.map((slot) => [slot.key, slot]))
  const all: Part[] = []
  for (const [at, part] of given.entries()) {
    const slot = slots.get(part.slot)
    const isAgain = given.findIndex((one) => one.slot === part.slot) < at
    if ((!slot && !extra.test(part.slot)) || isAgain) return refuse('slot-unknown', { at: `${at}` })
    const was = before.parts.find((one) => one.slot === part.slot)
    if (part.clause === null) {
      if (slot) all.push(leftOut(part.slot, part.reason))
      continue
    }
    const isKept = was?.clause === part.clause
    if (slot && !isKept && !slot.clauses.includes(part.clause))
      return refuse('clause-not-of-slot', { at: `${at}` })
    const now = clauses.get(part.clause)
    const base =
      isKept && !part.takesNewest && was.version !== null
        ? await clauseAt(tx, institution, part.clause, was.version)
        : now
    if (!base) return refuse('clause-gone', { at: `${at}` })
    const written = edited(asKept(part.slot, base), part)
    if (written.isEdited && written.reason === null)
      return refuse('edit-unexplained', { at: `${at}` })
    const no = written.isEdited ? wrongIn(written, `parts/${at}/edit`) : undefined
    if (no) return no
    all.push(written)
  }
  const lacking = template.slots.find(({ key }) => !given.some(({ slot }) => slot === key))
  return lacking ? refuse('slot-missing', { slot: lacking.key }) : { all }
}

async function clauseAt(
  tx: Tx,
  institution: string,
  id: string,
  version: number,
): Promise<InUse<ClauseContent> | undefined> {
  const said = await versionOf(tx, institution, id, version)
  return said && isClause(said.content)
    ? { id, version, name: said.name, content: said.content }
    : undefined
}

/** A clause with what was changed of it; what is as the library has it is no change. */
function edited(part: Part, { edit, reason }: GivenPart): Part {
  if (edit === null) return part
  const { name, zh, headingEn, en } = edit
  const isSame =
    part.name === name && part.zh === zh && part.en === en && part.headingEn === headingEn
  return isSame ? part : { ...part, name, zh, headingEn, en, isEdited: true, reason }
}

function wrongIn({ zh, en, headingEn, kind }: Part, at: string): Refused | undefined {
  if ((en === null) !== (headingEn === null))
    return refuse('english-halved', { field: `${at}/${en === null ? 'en' : 'headingEn'}` })
  const of = kind ?? 'other'
  const inEnglish = en === null ? undefined : againstText(`${at}/en`, en, of)
  return againstText(`${at}/zh`, zh, of) ?? inEnglish
}

async function writeVersion(
  tx: Tx,
  clock: Clock,
  by: Caller,
  of: {
    readonly id: string
    readonly version: number
    readonly template: number
    readonly title: string
    readonly note: string | null
    readonly parts: readonly Part[]
    readonly inputs: Inputs
    readonly deal: Deal
  },
): Promise<void> {
  const { id, version, title, note, parts, inputs, deal } = of
  await tx
    .insertInto('contractTextVersion')
    .values({
      ...{ institutionId: by.institution, textId: id, version, templateVersion: of.template },
      ...{ title, note, parts: JSON.stringify(parts), inputs: JSON.stringify(inputs) },
      facts: JSON.stringify(deal.facts),
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  const told = parts.map(({ slot, clause, version: of, isEdited, reason }) => ({
    ...{ slot, clause, version: of, isEdited, reason },
  }))
  await recordChange(tx, chainOfText(id), {
    action: 'contractText.written',
    subject: id,
    data: { version, title, note, case: deal.caseId, contract: deal.contractId, parts: told },
    at: clock.now(),
    by,
  })
}
