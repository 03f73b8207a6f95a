import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'

/** What travels of imports. */

const words = z.object({ zh: z.string(), en: z.string() })

export const importStates = ['draft', 'confirmed', 'discarded', 'undone'] as const
export const rowStates = ['new', 'changed', 'present', 'refused', 'excluded', 'duplicate'] as const

/** One import in the list. */
export const ImportLineWire = z.object({
  id: z.string(),
  fileName: z.string(),
  fileSize: z.int(),
  state: z.enum(importStates),
  uploadedByName: z.string(),
  uploadedAt: z.string(),
  settledByName: z.string().nullable(),
  settledAt: z.string().nullable(),
  undoneByName: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** Rows that confirming writes, or wrote. */
  written: z.int(),
})
export type ImportLineWire = z.infer<typeof ImportLineWire>

export const ImportPageWire = z.object({
  items: z.array(ImportLineWire),
  nextCursor: z.string().optional(),
})
export type ImportPageWire = z.infer<typeof ImportPageWire>

const filters = {
  /** A part of the name of the file. */
  q: z.string().trim().min(1).max(100).optional(),
  state: z.enum(importStates).optional(),
}

export const ImportFilterWire = z.strictObject(filters)
export type ImportFilterWire = z.output<typeof ImportFilterWire>

export const ImportQueryWire = z.object({
  ...filters,
  cursor: idText().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

/** How one table was understood. */
export const TableMappingWire = z.object({
  sheet: z.string(),
  table: z.string(),
  headerRows: z.array(z.int()),
  firstDataRow: z.int(),
  lastDataRow: z.int(),
  columns: z.array(
    z.object({
      column: z.string(),
      header: z.string(),
      field: z.string().nullable(),
      unit: z.string().optional(),
      hidden: z.literal(true).optional(),
      /** Who said what it is, where a person did. */
      said: z.object({ by: z.string(), at: z.string() }).optional(),
    }),
  ),
  /** What a column of this table can fill, with the codes of those that hold one of a list. */
  fields: z.array(
    z.object({ name: z.string(), isRequired: z.boolean(), codes: z.array(z.string()) }),
  ),
  notData: z.record(z.string(), z.int()),
  sumsFen: z.record(z.string(), z.object({ all: z.string(), withoutErrors: z.string() })),
})
export type TableMappingWire = z.infer<typeof TableMappingWire>

/** An import as a whole: what was understood, how its rows stand, what is open. */
export const ImportWire = ImportLineWire.extend({
  version: z.int(),
  asOf: z.string(),
  fileSha256: z.string(),
  undoneReason: z.string().nullable(),
  /** Rows that stay out until they are corrected; none once the file is no longer kept. */
  toCorrect: z.int(),
  /** Records it entered that are not found by their words yet: the worker is at it. */
  notYetFound: z.int(),
  tables: z.array(TableMappingWire),
  ignoredSheets: z.array(z.object({ name: z.string(), why: z.string() })),
  comments: z.array(z.object({ sheet: z.string(), cell: z.string(), text: z.string() })),
  counts: z.array(
    z.object({
      table: z.string(),
      states: z.partialRecord(z.enum(rowStates), z.int()),
      written: z.int(),
    }),
  ),
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      count: z.int(),
      open: z.int(),
    }),
  ),
  /** What people said that words of these tables mean. */
  words: z.array(
    z.object({
      table: z.string(),
      field: z.string(),
      word: z.string(),
      code: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  /** An earlier import of the very same file. */
  sameFile: z
    .object({ id: z.string(), settledAt: z.string(), settledByName: z.string() })
    .nullable(),
})
export type ImportWire = z.infer<typeof ImportWire>

/** A row: what was read, what is there already, what confirming does. */
export const ImportRowWire = z.object({
  n: z.int(),
  sheet: z.string(),
  table: z.string(),
  row: z.int(),
  title: z.string().nullable(),
  state: z.enum(rowStates),
  accepted: z.boolean(),
  reason: words.nullable(),
  changes: z.array(
    z.object({ field: z.string(), from: z.unknown().optional(), to: z.unknown().optional() }),
  ),
  record: z.record(z.string(), z.unknown()),
  recordId: z.string().nullable(),
  errors: z.int(),
  warnings: z.int(),
})
export type ImportRowWire = z.infer<typeof ImportRowWire>

export const RowQueryWire = z.object({
  table: z.string().max(40).optional(),
  state: z.enum(rowStates).optional(),
  q: z.string().trim().min(1).max(100).optional(),
  cursor: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RowQueryWire = z.output<typeof RowQueryWire>

export const RowPageWire = z.object({
  items: z.array(ImportRowWire),
  nextCursor: z.int().optional(),
})
export type RowPageWire = z.infer<typeof RowPageWire>

/** A problem at its place, with what may be answered. */
export const ImportProblemWire = z.object({
  n: z.int(),
  sheet: z.string(),
  table: z.string(),
  row: z.int(),
  column: z.string(),
  header: z.string(),
  field: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  raw: z.string(),
  otherRow: z.int().nullable(),
  message: words,
  answers: z.array(z.object({ value: z.string(), label: words })),
  settled: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** What its row says in this field as it is read now. */
  readAs: z.unknown(),
  /** How the row of the problem stands; null where it is no row of data. */
  rowState: z.enum(rowStates).nullable(),
})
export type ImportProblemWire = z.infer<typeof ImportProblemWire>

const problemFilters = {
  code: z.string().max(60).optional(),
  severity: z.enum(['error', 'warning']).optional(),
  table: z.string().max(40).optional(),
  sheet: z.string().max(200).optional(),
  row: z.coerce.number().int().min(1).optional(),
  open: z.enum(['yes', 'no']).optional(),
}

export const ProblemFilterWire = z.object(problemFilters)
export type ProblemFilterWire = z.output<typeof ProblemFilterWire>

export const ProblemQueryWire = z.object({
  ...problemFilters,
  cursor: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type ProblemQueryWire = z.output<typeof ProblemQueryWire>

export const ProblemPageWire = z.object({
  items: z.array(ImportProblemWire),
  nextCursor: z.int().optional(),
})
export type ProblemPageWire = z.infer<typeof ProblemPageWire>

const place = { sheet: text(200), row: z.int().min(1).max(2_000_000) }
const column = z.string().regex(/^[A-Z]{1,3}$/, 'column')

/** What a person decides: what a cell holds, whether a row goes in, that a problem is none. */
export const DecisionWire = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cell'),
    ...place,
    column,
    /** What the cell is to be read as; empty for an empty cell; null takes a correction back. */
    value: z.string().trim().max(2000).nullable(),
  }),
  z.strictObject({
    kind: z.literal('row'),
    ...place,
    choice: z.enum(['accept', 'exclude', 'undo']),
  }),
  z.strictObject({
    kind: z.literal('problem'),
    ...place,
    column,
    code: z.string().regex(/^[a-z_]{1,60}$/, 'code'),
    choice: z.enum(['accept', 'undo']),
  }),
])
export type DecisionWire = z.output<typeof DecisionWire>

export const DecideWire = z.strictObject({
  version: z.int().min(1),
  decisions: z.array(DecisionWire).min(1).max(1000),
})
export type DecideWire = z.input<typeof DecideWire>

/** A decision as kept. */
export const KeptDecisionWire = z.object({
  seq: z.int(),
  kind: z.enum(['cell', 'row', 'problem']),
  sheet: z.string(),
  row: z.int(),
  column: z.string().nullable(),
  code: z.string().nullable(),
  choice: z.string(),
  /** What a cell was corrected to; masked where it is an identity number or the name of a relative. */
  value: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})
export type KeptDecisionWire = z.infer<typeof KeptDecisionWire>

export const DecisionsWire = z.object({ items: z.array(KeptDecisionWire) })
export type DecisionsWire = z.infer<typeof DecisionsWire>

/** Confirms what was looked at: this version, and so many rows. */
export const ConfirmWire = z.strictObject({
  version: z.int().min(1),
  rows: z.int().min(1),
})
export type ConfirmWire = z.input<typeof ConfirmWire>

/** What a confirmation wrote. */
export const ConfirmedWire = z.object({
  entered: z.record(z.string(), z.int()),
  amended: z.record(z.string(), z.int()),
  leftOut: z.int(),
  linked: z.int(),
})
export type ConfirmedWire = z.infer<typeof ConfirmedWire>

/** How far a confirmation is; `phase` is null while none runs. */
export const ProgressWire = z.object({
  phase: z.string().nullable(),
  done: z.int(),
  total: z.int(),
})
export type ProgressWire = z.infer<typeof ProgressWire>

/** What is being read or written in an institution at this moment. */
export const UnderWayWire = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      fileName: z.string(),
      phase: z.string(),
      done: z.int(),
      /** Zero while nobody knows it yet. */
      total: z.int(),
    }),
  ),
})
export type UnderWayWire = z.infer<typeof UnderWayWire>

export const ImportParamsWire = z.object({ id: idText() })
