import type { QueryClient } from '@tanstack/react-query'
import type { HeadingWire, WordWire } from '@yizhuan/server/wire/imports/mapping'
import { write } from '../../api/client.ts'
import { type ImportWire, importQuery } from './import.api.ts'

export type { HeadingWire, WordWire } from '@yizhuan/server/wire/imports/mapping'

/** What a person says of headings and words. */
export interface Sayings {
  readonly headings?: readonly HeadingWire[]
  readonly words?: readonly WordWire[]
}

/** Remembers what headings and words mean, and shows the draft as it is read with that. */
export async function mapDraft(
  client: QueryClient,
  { id, version }: ImportWire,
  sayings: Sayings,
): Promise<void> {
  const body = { version, ...sayings }
  const next = await write<ImportWire>('POST', `/imports/${id}/mapping`, body)
  client.setQueryData(importQuery(id).queryKey, next)
}
