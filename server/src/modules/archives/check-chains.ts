import { hash } from 'node:crypto'
import { canonicalJson } from '@yizhuan/kit'
import { emptyHead } from '../../platform/evidence.ts'
import { places } from './manifest.ts'
import { ArchiveRefused, type OpenArchive, rowsIn } from './open-archive.ts'

interface Head {
  readonly chain: string
  readonly seq: number
  readonly hash: string
}

interface Entry {
  readonly seq: number
  readonly entry: Record<string, unknown>
  readonly prev: string
  readonly hash: string
}

type Act = Entry & { readonly case_id: string }
type Audit = Entry & { readonly chain: string }

/**
 * Recomputes every chain of an archive, entry by entry. @throws {ArchiveRefused} where one is broken.
 *
 * Heads and entries come in the order of their chains, so each is read once and none is kept.
 */
export async function checkChains(
  archive: OpenArchive,
): Promise<{ readonly chains: number; readonly entries: number }> {
  const acts = grouped(rowsIn<Act>(archive, places.table('act')), (act) => `case/${act.case_id}`)
  const audits = grouped(rowsIn<Audit>(archive, places.table('audit_entry')), ({ chain }) => chain)
  let [chains, entries] = [0, 0]
  for await (const head of rowsIn<Head>(archive, places.table('chain_head'))) {
    const source = /^case\/[0-9a-f-]{36}$/.test(head.chain) ? acts : audits
    let last = { seq: emptyHead.seq, hash: emptyHead.hash }
    // A chain that was locked and never written to has no entry.
    for await (const one of source.of(head.chain)) {
      if (!isNext(last, one)) {
        throw new ArchiveRefused(`The chain ${head.chain} is broken at its entry ${one.seq}.`)
      }
      last = { seq: one.seq, hash: one.hash }
      entries += 1
    }
    if (last.seq !== head.seq || last.hash !== head.hash) {
      throw new ArchiveRefused(`The chain ${head.chain} does not end where its head says.`)
    }
    chains += 1
  }
  for (const { rest } of [acts, audits]) {
    const stray = await rest()
    if (stray !== undefined) throw new ArchiveRefused(`The chain ${stray} has entries and no head.`)
  }
  return { chains, entries }
}

function isNext(last: { seq: number; hash: string }, { seq, entry, prev, hash: own }: Entry) {
  return (
    seq === last.seq + 1 &&
    entry['seq'] === seq &&
    prev === last.hash &&
    own === hash('sha256', last.hash + canonicalJson(entry))
  )
}

/** Rows that come in groups, taken a group at a time. */
function grouped<Row>(rows: AsyncIterator<Row>, nameOf: (row: Row) => string) {
  let ahead: Row | undefined
  let isOver = false
  const peek = async () => {
    if (ahead === undefined && !isOver) {
      const { value, done } = await rows.next()
      if (done) isOver = true
      else ahead = value
    }
    return ahead
  }
  return {
    async *of(name: string): AsyncGenerator<Row> {
      for (let row = await peek(); row !== undefined && nameOf(row) === name; row = await peek()) {
        ahead = undefined
        yield row
      }
    },
    /** The name of the group nobody asked for. */
    async rest(): Promise<string | undefined> {
      const row = await peek()
      return row && nameOf(row)
    },
  }
}
