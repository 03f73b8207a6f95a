import type { Caller, Tx } from '../../platform/database.ts'
import { type DiffPart, diffOf } from './compare.ts'
import { filled } from './placeholder.ts'
import type { TextVersion } from './text.queries.ts'
import { type Part, valueIn } from './text.ts'
import { textDesk } from './text.view.ts'
import type { ComparedWire } from './text.wire.ts'

/** Two versions clause by clause, word by word, as they read; undefined where the caller reads neither. */
export async function comparedOf(
  tx: Tx,
  caller: Caller,
  id: string,
  from: number,
  to: number,
): Promise<ComparedWire | undefined> {
  const before = await textDesk(tx, caller, id, from)
  const after = await textDesk(tx, caller, id, to)
  if (!before || !after) return undefined
  const [was, is] = [textsIn(before.version), textsIn(after.version)]
  const slots = [...new Set([...is.keys(), ...was.keys()])]
  return {
    ...{ from, to },
    parts: slots.flatMap((slot) => {
      const [old, now] = [was.get(slot), is.get(slot)]
      const part = now ?? old
      if (!part) return []
      const words = diffOf(old?.zh ?? '', now?.zh ?? '')
      const wordsEn = diffOf(old?.en ?? '', now?.en ?? '')
      return {
        ...{ slot, name: part.name, reason: part.reason },
        is: !old ? 'added' : !now ? 'gone' : isSame(words) && isSame(wordsEn) ? 'same' : 'changed',
        ...{ words: [...words], wordsEn: [...wordsEn] },
      } as const
    }),
  }
}

const isSame = (parts: readonly DiffPart[]) => parts.every(({ is }) => is === 'same')

interface Read {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly reason: string | null
}

/** The clauses of a version as they read, heading and all. */
function textsIn({ parts, facts, inputs }: TextVersion): ReadonlyMap<string, Read> {
  const [zh, en] = [valueIn(facts, inputs, 'zh'), valueIn(facts, inputs, 'en')]
  const read = (text: string, said: typeof zh) =>
    filled(text, said)
      .map((piece) => piece.text)
      .join('')
  const shown = parts.filter(({ clause }) => clause !== null)
  return new Map(
    shown.map((part: Part) => [
      part.slot,
      {
        ...{ name: part.name, reason: part.reason },
        zh: `${part.name}\n${read(part.zh, zh)}`,
        en: part.en === null ? '' : `${part.headingEn ?? ''}\n${read(part.en, en)}`,
      },
    ]),
  )
}
