import type { Caller, Tx } from '../../platform/database.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { hasNamesake } from '../people/index.ts'
import { storedHoldings } from './holding.queries.ts'
import { ownEquityIn } from './my-equity.ts'
import type { MyEquityWire } from './my-equity.wire.ts'
import { ofHere } from './of-here.ts'

/** The own equity of who asks, company by company. */
export async function myEquity(tx: Tx, caller: Caller): Promise<MyEquityWire> {
  const { institution, person, name } = caller
  const own = { person, name, hasNamesake: await hasNamesake(tx, institution, caller) }
  const rows = await storedHoldings(tx, institution).execute()
  const here = await ofHere(tx, institution)
  const articlesOf = (document: 'entry' | 'tax') => here(citesOf(document))
  return {
    items: rows.flatMap((row) => {
      const found = ownEquityIn(row.told, own)
      if (!found) return []
      const { id, company, achievement, achievementId, formedOn, stage, told } = row
      return [
        {
          ...{ id, company, achievement, achievementId, formedOn, stage, share: found.share },
          ...{ periods: [...found.periods], dividends: [...found.dividends] },
          tax: told.tax && { option: told.tax.option, articles: articlesOf('tax') },
          articles: articlesOf('entry'),
        },
      ]
    }),
  }
}

/** By which articles a paper of the forming is asked for, wherever a house stands. */
function citesOf(document: 'entry' | 'tax'): readonly string[] {
  const { formed = [] } = institutionLists().equity.documents
  return formed.find(({ id }) => id === document)?.cites ?? []
}
