import { z } from 'zod'
import { problemSchema } from '../../platform/problem.ts'
import { idText, text } from '../../platform/text.ts'
import { itemStates, mostRecords } from './edit.ts'

/** What travels about edits of several records, and about putting one back. */

const Kind = z.string().max(40)

/** The registers whose records the caller may edit, and the fields to set alike in many. */
export const EditKindsWire = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      fields: z.array(
        z.object({
          field: z.string(),
          input: z.enum(['text', 'choice', 'names', 'day', 'unit', 'achievement']),
          choices: z.array(z.string()).optional(),
          mayBeEmpty: z.boolean(),
        }),
      ),
    }),
  ),
})
export type EditKindsWire = z.infer<typeof EditKindsWire>

const Change = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })

const Chosen = {
  kind: Kind,
  /** The fields to set, the same in every record; what is valid the register's own edit says. */
  fields: z.record(z.string(), z.unknown()).refine((fields) => Object.keys(fields).length > 0, {
    error: '请至少选择一个要更正的字段 / choose a field to edit',
    params: { rule: 'a-field' },
  }),
}

/** The fields, and which records: some, or all that a filter of their list finds. */
export const ForeseeEditsWire = z.strictObject({
  ...Chosen,
  ids: z.array(idText()).max(mostRecords).optional(),
  filter: z.record(z.string(), z.string()).optional(),
})
export type ForeseeEditsWire = z.input<typeof ForeseeEditsWire>

/** What would become of each record; nothing is written. */
export const EditPreviewWire = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      label: z.string().nullable(),
      title: z.string(),
      seq: z.int(),
      changes: z.array(Change),
      /** Why it would be refused; absent where it would be edited. */
      problem: problemSchema.optional(),
    }),
  ),
})
export type EditPreviewWire = z.infer<typeof EditPreviewWire>

/** The order itself. `id` is made by the sender: what comes again under it is done once. */
export const StartEditsWire = z.strictObject({
  ...Chosen,
  id: idText(),
  reason: text(500),
  records: z
    .array(z.strictObject({ id: idText(), expectedSeq: z.int().min(1) }))
    .min(1)
    .max(mostRecords)
    .refine((records) => new Set(records.map(({ id }) => id)).size === records.length, {
      error: '同一条记录只能选择一次 / a record can be chosen once',
      params: { rule: 'each-once' },
    }),
})
export type StartEditsWire = z.input<typeof StartEditsWire>

/** Takes back what a run did. */
export const UndoEditsWire = z.strictObject({ id: idText(), reason: text(500) })
export type UndoEditsWire = z.input<typeof UndoEditsWire>

export const RunParamsWire = z.strictObject({ id: idText() })
export const EditsStartedWire = z.object({ id: z.string() })

/** A run and what became of each record. */
export const EditRunWire = z.object({
  id: z.string(),
  kind: z.string(),
  fields: z.record(z.string(), z.unknown()),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  undoes: z.string().nullable(),
  mayUndo: z.boolean(),
  progress: z.object({
    waiting: z.int(),
    recorded: z.int(),
    same: z.int(),
    refused: z.int(),
  }),
  items: z.array(
    z.object({
      id: z.string(),
      label: z.string().nullable(),
      title: z.string(),
      state: z.enum(itemStates),
      seq: z.int().optional(),
      problem: problemSchema.optional(),
    }),
  ),
})
export type EditRunWire = z.infer<typeof EditRunWire>

export const EditRunsWire = z.object({ items: z.array(EditRunWire.omit({ items: true })) })
export type EditRunsWire = z.infer<typeof EditRunsWire>

export const RestoreParamsWire = z.strictObject({ kind: Kind, id: idText() })

/** The state after an entry of the history; of one field, or of all that differ. */
const Then = { to: z.coerce.number().int().min(1), field: text(60).optional() }

export const RestoreQueryWire = z.strictObject(Then)

/** What putting a record back would change, and what would stay as it is. */
export const RestorationWire = z.object({
  seq: z.int(),
  changes: z.array(Change),
  kept: z.array(z.object({ field: z.string(), why: z.enum(['by-act', 'not-by-hand']) })),
})
export type RestorationWire = z.infer<typeof RestorationWire>

/** Puts a record back to what it was after an entry: a new edit, for a reason. */
export const RestoreRecordWire = z.strictObject({
  ...Then,
  reason: text(500),
  expectedSeq: z.int().min(1),
})
export type RestoreRecordWire = z.input<typeof RestoreRecordWire>

export const RestoredWire = z.object({ seq: z.int() })
