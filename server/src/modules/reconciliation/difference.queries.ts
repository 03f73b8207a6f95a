import type { JournalLine } from '@yizhuan/money'
import type { Tx } from '../../platform/database.ts'
import { balancesByRecord, entriesOf } from '../journal/index.ts'
import { chartsOfAccounts } from '../policies/index.ts'
import { allMoney } from './money.queries.ts'

/** An account that is not as the records say, for one record and person. */
export interface Difference {
  readonly record: string
  readonly account: string
  readonly person: string
  readonly recorded: bigint
  readonly posted: bigint
}

/** Where the journal is not what is recorded of money: every account of every record, made anew and compared. */
export async function differencesOf(
  tx: Tx,
  institution: string,
): Promise<{ readonly compared: number; readonly items: readonly Difference[] }> {
  const recorded = new Map<string, bigint>()
  for await (const postings of allMoney(tx, institution)) {
    for (const { of, lines } of entriesOf(chartsOfAccounts(), postings)) {
      for (const line of lines) {
        const key = keyOf(of.record, line)
        recorded.set(key, (recorded.get(key) ?? 0n) + signed(line))
      }
    }
  }
  const posted = new Map<string, bigint>()
  for (const row of await balancesByRecord(tx, institution)) {
    posted.set(keyOf(row.recordId, row), BigInt(row.netFen))
  }
  const keys = [...new Set([...recorded.keys(), ...posted.keys()])]
  const items = keys
    .map((key) => {
      const [record = '', account = '', person = ''] = JSON.parse(key) as string[]
      const figures = { recorded: recorded.get(key) ?? 0n, posted: posted.get(key) ?? 0n }
      return { record, account, person, ...figures }
    })
    .filter(({ recorded: one, posted: other }) => one !== other)
  return { compared: keys.length, items }
}

const signed = ({ side, fen }: JournalLine) => (side === 'debit' ? fen : -fen)

const keyOf = (
  record: string,
  { account, person }: { readonly account: string; readonly person?: string | null | undefined },
) => JSON.stringify([record, account, person ?? ''])
