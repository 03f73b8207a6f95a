import { z } from 'zod'
import { text } from '../../platform/text.ts'

/** What travels of headings and words that people map by hand. */

const table = z.string().regex(/^[a-zA-Z]{1,40}$/, 'table')
const field = z.string().regex(/^[a-zA-Z]{1,40}$/, 'field')

/** What the column under a heading is: read into a field, not read, or as the headings say. */
export const HeadingWire = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('read'), table, header: text(200), field }),
  z.strictObject({ how: z.literal('ignored'), table, header: text(200) }),
  z.strictObject({ how: z.literal('automatic'), table, header: text(200) }),
])
export type HeadingWire = z.output<typeof HeadingWire>

/** What a word means in a field; without a code that is forgotten. */
export const WordWire = z.strictObject({
  table,
  field,
  word: text(200),
  code: z
    .string()
    .regex(/^[a-z_]{1,60}$/, 'code')
    .nullable(),
})
export type WordWire = z.output<typeof WordWire>

/** Says what headings and words mean, for this draft and every ledger that comes after it. */
export const MapWire = z.strictObject({
  version: z.int().min(1),
  headings: z.array(HeadingWire).max(200).default([]),
  words: z.array(WordWire).max(200).default([]),
})
export type MapWire = z.input<typeof MapWire>
