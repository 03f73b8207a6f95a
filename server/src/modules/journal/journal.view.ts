import type { Day } from '@yizhuan/kit'
import { accountOf, bookOf, type Chart, chartOn, growsByDebit, trialBalance } from '@yizhuan/money'
import type { Tx } from '../../platform/database.ts'
import { chartsOfAccounts } from '../policies/index.ts'
import { accountNames, linesOfAccount, movementsIn } from './journal.queries.ts'
import type { AccountSheetWire, AccountWire, ChartWire, TrialBalanceWire } from './journal.wire.ts'
import { eventOf, labelOf } from './posting.ts'

// What is shown of the journal beside its entries: the chart, a trial balance, the sheet of an account.

/** The chart of accounts that counts on a day. */
export const chartNow = (today: string): Chart => chartOn(chartsOfAccounts(), today)

/** The chart with the institution's own names, and how each event is posted. */
export async function chartFor(tx: Tx, institution: string, today: Day): Promise<ChartWire> {
  const chart = chartNow(today)
  return {
    from: chart.from,
    verified: chart.verified,
    title: { ...chart.title },
    source: chart.source,
    accounts: await accountsFor(tx, institution, chart),
    rules: Object.entries(chart.rules).map(([kind, { label, lines }]) => ({
      kind,
      label: { ...label },
      lines: lines.map(({ debit, credit }) => ({ debit, credit })),
    })),
    unposted: Object.values(chart.unposted).map((why) => ({ ...why })),
  }
}

async function accountsFor(tx: Tx, institution: string, chart: Chart): Promise<AccountWire[]> {
  const own = new Map((await accountNames(tx, institution)).map((one) => [one.account, one]))
  return chart.accounts.map(({ number, name, kind }) => {
    const named = own.get(number)
    return {
      ...{ account: number, name: { ...name }, kind, book: bookOf(kind) },
      own: named
        ? {
            number: named.number,
            name: named.name,
            madeAt: named.madeAt.toISOString(),
            madeName: named.madeName,
          }
        : null,
    }
  })
}

/** The first and the last day of a month, as texts compare. */
const daysOf = (month: string) => ({ from: `${month}-01`, to: `${month}-31` })

/** The trial balance of a month. */
export async function balanceOf(
  tx: Tx,
  institution: string,
  month: string,
  today: Day,
): Promise<TrialBalanceWire> {
  const chart = chartNow(today)
  const { rows, totals } = trialBalance(chart, await movementsIn(tx, institution, daysOf(month)))
  const total = ({ debit, credit }: { readonly debit: bigint; readonly credit: bigint }) => ({
    debitFen: `${debit}`,
    creditFen: `${credit}`,
  })
  return {
    month,
    rows: rows.map(({ account, book, opening, debit, credit, closing }) => ({
      ...{ account, name: { ...accountOf(chart, account).name }, book },
      ...{ openingFen: `${opening}`, debitFen: `${debit}` },
      ...{ creditFen: `${credit}`, closingFen: `${closing}` },
    })),
    totals: { financial: total(totals.financial), budget: total(totals.budget) },
  }
}

const mostLines = 500

/** The sheet of an account for a month, the earliest line first; undefined for an account the chart has not. */
export async function sheetOf(
  tx: Tx,
  institution: string,
  { account, month }: { readonly account: string; readonly month: string },
  today: Day,
): Promise<AccountSheetWire | undefined> {
  const chart = chartNow(today)
  const accounts = await accountsFor(tx, institution, chart)
  const one = accounts.find((known) => known.account === account)
  if (!one) return undefined
  const days = daysOf(month)
  const [moved] = (await movementsIn(tx, institution, days)).filter(
    (movement) => movement.account === account,
  )
  const rows = await linesOfAccount(tx, institution, { account, ...days })
  const direction = growsByDebit(accountOf(chart, account).kind) ? 1n : -1n
  const before = moved ? moved.debitBefore - moved.creditBefore : 0n
  let net = before
  const lines = rows.map((row) => {
    const fen = BigInt(row.amountFen)
    const [debit, credit] = row.side === 'debit' ? [fen, 0n] : [0n, fen]
    net += debit - credit
    return {
      ...{ entry: row.id, datedOn: row.datedOn, event: eventOf(row.kind) },
      label: labelOf(chart, row.kind),
      ...{ isReversal: row.reverses !== null, source: row.source, recordId: row.recordId },
      ...{ caseId: row.caseId, subject: row.subject, reference: row.reference },
      ...{ person: row.person, debitFen: `${debit}`, creditFen: `${credit}` },
      balanceFen: `${direction * net}`,
    }
  })
  return {
    account: one,
    month,
    openingFen: `${direction * before}`,
    lines: lines.slice(0, mostLines),
    leftOut: Math.max(0, lines.length - mostLines),
    closingFen: `${direction * net}`,
  }
}
