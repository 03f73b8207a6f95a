import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { clauseNorms, normShown } from './clause-norms.queries.ts'
import { placeholders } from './placeholder.ts'
import {
  clausesIn,
  inUse,
  listStandards,
  standardLine,
  templatesIn,
  versionsOf,
} from './standard.queries.ts'
import { type ClauseContent, isClause, type TemplateContent } from './standard.ts'
import type {
  ClauseShown,
  StandardChoicesWire,
  StandardWire,
  TemplateShown,
} from './standard.wire.ts'

/** What somebody chooses from when they write a clause or put a model contract together. */
export async function choicesOf(
  tx: Tx,
  institution: string,
  today: Day,
): Promise<StandardChoicesWire> {
  const norms = await clauseNorms(tx, institution, today)
  const clauses = await listStandards(tx, institution, { form: 'clause' })
  return {
    norms: norms.map(normShown),
    placeholders: placeholders.map(({ name, en, at }) => ({ name, en, at })),
    clauses: clauses
      .filter(({ state }) => state !== 'retired')
      .map(({ id, name, kind, types }) => ({ id, name, kind: kind ?? '', types })),
  }
}

/** A clause or model contract with all its versions. */
export async function standardShown(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<StandardWire | undefined> {
  const line = await standardLine(tx, institution, id)
  if (!line) return undefined
  const versions = await versionsOf(tx, institution, id)
  const asked = new Set(versions.flatMap(({ content }) => (isClause(content) ? content.norms : [])))
  const named = new Set(
    versions.flatMap(({ content }) =>
      isClause(content) ? [] : content.slots.flatMap(({ clauses }) => clauses),
    ),
  )
  const norms = await clauseNorms(tx, institution, today)
  const all = await listStandards(tx, institution, { form: 'clause' })
  return {
    ...line,
    versions: versions.map(({ content, madeAt, madeBy, madeName, verdict, ...said }) => ({
      ...{ version: said.version, name: said.name, reason: said.reason },
      clause: isClause(content) ? clauseShown(content) : null,
      template: isClause(content) ? null : templateShown(content),
      made: { at: madeAt.toISOString(), by: madeName, person: madeBy },
      verdict: verdict && {
        ...{ is: verdict, words: said.words },
        ...{ at: said.decidedAt?.toISOString() ?? '', by: said.decidedName ?? '' },
      },
    })),
    norms: norms.filter(({ norm }) => asked.has(norm.id)).map(normShown),
    clauses: all
      .filter((one) => named.has(one.id))
      .map(({ id: clause, name, state }) => ({ id: clause, name, state })),
    usedBy: line.form === 'clause' ? await naming(tx, institution, id) : [],
  }
}

/** The model contracts in use that name a clause. */
async function naming(tx: Tx, institution: string, clause: string) {
  return templatesIn(await inUse(tx, institution))
    .filter(({ content }) => content.slots.some(({ clauses }) => clauses.includes(clause)))
    .map(({ id, name }) => ({ id, name }))
}

const clauseShown = (content: ClauseContent): ClauseShown => ({
  ...content,
  types: [...content.types],
  conditions: [...content.conditions],
  norms: [...content.norms],
})

const templateShown = (content: TemplateContent): TemplateShown => ({
  ...content,
  types: [...content.types],
  slots: content.slots.map((slot) => ({ ...slot, clauses: [...slot.clauses] })),
})

/** The library in use as it goes to another house: clauses first, so that model contracts find their keys. */
export async function libraryShown(tx: Tx, institution: string) {
  const all = await inUse(tx, institution)
  const clauses = [...clausesIn(all).values()].map(({ id, name, content }) => ({
    ...{ key: id, name, clause: clauseShown(content) },
  }))
  // A model contract whose clause is in use no more would name a key that is not there.
  const known = new Set(clauses.map(({ key }) => key))
  const templates = templatesIn(all).flatMap(({ id, name, content }) => {
    const slots = content.slots.flatMap((slot) => {
      const left = slot.clauses.filter((key) => known.has(key))
      return left.length === 0 ? [] : [{ ...slot, clauses: left }]
    })
    if (slots.length === 0) return []
    return [{ key: id, name, template: { ...templateShown(content), slots } }]
  })
  return { items: [...clauses, ...templates] }
}
