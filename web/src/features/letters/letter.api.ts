import { queryOptions } from '@tanstack/react-query'
import type { LetterWire } from '@yizhuan/server/wire/letters/letter'
import type { SearchWire } from '@yizhuan/server/wire/search/search'
import { read, withQuery } from '../../api/client.ts'
import { fetchDraft } from '../../api/drafts.ts'
import { keepDraft, readDraft } from '../../ui/draft.ts'

export type { LetterWire } from '@yizhuan/server/wire/letters/letter'

/** One message. */
export function letterQuery(id: string) {
  return queryOptions({
    queryKey: ['/letters', id],
    queryFn: () => read<LetterWire>(`/letters/${id}`),
  })
}

/** A record that a message can be filed with. */
export interface Target {
  readonly kind: string
  readonly id: string
  readonly name: string
}

const kinds: ReadonlySet<string> = new Set(['right', 'achievement', 'case', 'contract'])

/** Looks for records by words or numbers, of the kinds that mail is filed with. */
export async function findTargets(q: string): Promise<readonly Target[]> {
  const { items } = await read<SearchWire>(withQuery('/search', { q, limit: 50 }))
  return items
    .filter(({ kind }) => kinds.has(kind))
    .slice(0, 10)
    .map(({ kind, id, label, title }) => {
      const words = title.map(({ text }) => text).join('')
      return { kind, id, name: [label, words].filter(Boolean).join(' ') }
    })
}

/** The form takes so many characters; the whole message comes as a file. */
const longestTold = 2000

/** Begins a disclosure with a message. @returns false where one was begun already, which is left as it is. */
export async function beginDisclosure(person: string, letter: LetterWire): Promise<boolean> {
  const key = `${person}/disclosure`
  if (readDraft(key) !== undefined || (await fetchDraft('disclosure')) !== null) return false
  const { subject, text, message, files } = letter
  keepDraft(key, {
    title: subject,
    benefit: text.slice(0, longestTold),
    files: [message, ...files],
  })
  return true
}
