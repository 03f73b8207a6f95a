import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { fieldsOf, headingKey, type Mapped, type TableName, wordKey } from '@yizhuan/ledger'
import type { z } from 'zod'
import { asCaller, asReader } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { fold } from './decision.ts'
import {
  againstTables,
  type ImportDesk,
  type Importer,
  type ImportRefusals,
  importChain,
  lockDraft,
  openDraft,
  restage,
  withWorkbook,
} from './import.commands.ts'
import { keepHeading, keepWord, rememberedMapping } from './mapping.queries.ts'
import type { MapWire } from './mapping.wire.ts'

/** Why nothing is remembered of a heading or a word. */
export interface MapRefusals extends ImportRefusals {
  'no-such-field': { readonly pointer: string; readonly field: string }
  'no-such-code': { readonly pointer: string; readonly code: string; readonly field: string }
  'field-twice': { readonly pointer: string; readonly field: string }
}

/** What is to be remembered. */
export type Mapping = z.output<typeof MapWire>

/**
 * Remembers for the institution what headings and words of its ledgers mean, and reads the draft
 * again with that.
 *
 * @returns the new version.
 */
export async function mapImport(
  desk: ImportDesk,
  by: Importer,
  id: string,
  mapping: Mapping,
): Promise<Outcome<{ version: number }, MapRefusals>> {
  const { db, clock } = desk
  const { institution } = by
  const wrong = objection(mapping)
  if (wrong) return wrong
  const found = await openDraft(desk, by, id, mapping.version)
  if (found.kind === 'refused') return found
  const { file, before } = found.value
  const decided = fold(before)
  const kept = await asReader(db, by, (tx) => rememberedMapping(tx, institution))
  const mapped = withMore(kept, mapping)
  const request = { ...file, corrections: decided.corrections, mapped }
  return withWorkbook(desk, by, id, request, (read, tell) =>
    asCaller(db, by, async (tx) => {
      await lockChain(tx, { institution, name: importChain })
      const locked = await lockDraft(tx, institution, id, mapping.version)
      if (locked.kind === 'refused') return locked
      const no = againstTables(by, locked.value.counts)
      if (no) return no

      // From here on it is remembered.
      const at = clock.now()
      for (const heading of mapping.headings) await keepHeading(tx, by, at, heading)
      for (const word of mapping.words) await keepWord(tx, by, at, word)
      const version = await restage(tx, desk, by, id, mapping.version, read, decided, tell)
      const { headings, words } = mapping
      const data = { headings, words }
      await recordChange(tx, importChain, { action: 'import.mapped', subject: id, data, at, by })
      return accept({ version })
    }),
  )
}

function objection({ headings, words }: Mapping) {
  const taken = new Set<string>()
  for (const [at, heading] of headings.entries()) {
    if (heading.how !== 'read') continue
    const { table, field } = heading
    const pointer = `#/headings/${at}/field`
    if (!fieldOf(table, field)) return refuse('no-such-field', { pointer, field })
    if (taken.has(`${table} ${field}`)) return refuse('field-twice', { pointer, field })
    taken.add(`${table} ${field}`)
  }
  for (const [at, { table, field, code }] of words.entries()) {
    const known = fieldOf(table, field)
    if (!known || known.codes.length === 0) {
      return refuse('no-such-field', { pointer: `#/words/${at}/field`, field })
    }
    if (code !== null && !known.codes.includes(code)) {
      return refuse('no-such-code', { pointer: `#/words/${at}/code`, code, field })
    }
  }
  return undefined
}

function fieldOf(table: string, field: string) {
  return fieldsOf(table as TableName).find(({ name }) => name === field)
}

/** What was remembered, with what is said now: the later word counts. */
function withMore(kept: Mapped, { headings, words }: Mapping): Mapped {
  const said = headings.map((one) => ({ ...one, table: one.table as TableName }))
  const isForgotten = (column: Mapped['columns'][number]) =>
    said.some(
      ({ how, table, header }) =>
        how === 'automatic' && table === column.table && headingKey(header) === column.heading,
    )
  const gone = words.filter(({ code }) => code === null)
  return {
    ...kept,
    columns: [
      ...kept.columns.filter((one) => !isForgotten(one)),
      ...said.flatMap((one) =>
        one.how === 'automatic'
          ? []
          : [
              {
                table: one.table,
                heading: headingKey(one.header),
                field: one.how === 'read' ? one.field : null,
              },
            ],
      ),
    ],
    codes: [
      ...kept.codes.filter(
        (one) =>
          !gone.some(
            ({ table, field, word }) =>
              table === one.table && field === one.field && wordKey(word) === one.word,
          ),
      ),
      ...words.flatMap(({ table, field, word, code }) =>
        code === null ? [] : [{ table: table as TableName, field, word: wordKey(word), code }],
      ),
    ],
  }
}
