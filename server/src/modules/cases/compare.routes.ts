import { day } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asReader, type Tx } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import { exported, sendFile } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { checkReading, groundOf, lawOf, stackOf } from '../policies/index.ts'
import { pinsOf } from './case.law.queries.ts'
import { caseLine, entriesOf, openCases } from './case.queries.ts'
import { toProblem } from './case.refusals.ts'
import { differenceList } from './compare.csv.ts'
import { comparedIn, readingsOf, topicsIn, toSide, type Way } from './compare.ts'
import {
  CompareAllWire,
  CompareOneParamsWire,
  CompareOneWire,
  CompareQueryWire,
} from './compare.wire.ts'
import { toEntries } from './procedure.ts'

const config = {
  access: 'signedIn',
  rateLimit: { max: 60, timeWindow: '1 minute' },
} as const
const tags = ['cases']

type Query = z.output<typeof CompareQueryWire>

/** The cases of an institution looked at in two ways; nothing is written. */
export function compareRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/cases/compare',
    { config, schema: { tags, querystring: CompareQueryWire, response: { 200: CompareAllWire } } },
    async (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), (tx) => allIn(tx, institution, request.query))
    },
  )

  app.get(
    '/cases/compare.csv',
    {
      config,
      schema: {
        tags,
        querystring: CompareQueryWire,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const lang = langOf(request)
      const all = await asReader(db, caller, (tx) => allIn(tx, caller.institution, request.query))
      const list = differenceList(all)
      const file = await exported(context, list, { caller, lang, format: 'csv' }, request.query)
      return sendFile(reply, file, 'csv', lang === 'zh' ? '规则比较' : 'comparison')
    },
  )

  app.get(
    '/cases/:id/compare',
    {
      config,
      schema: {
        tags,
        params: CompareOneParamsWire,
        querystring: CompareQueryWire,
        response: { 200: CompareOneWire },
      },
    },
    async (request) => {
      const { institution } = callerOf(request)
      const { id } = request.params
      return asReader(db, callerOf(request), async (tx) => {
        const line = await caseLine(tx, institution, id)
        if (!line) throw toProblem({ kind: 'refused', code: 'case-not-found' })
        const entries = toEntries(await entriesOf(tx, institution, id))
        const ways = await waysOf(tx, institution, id, request.query)
        return { ...headOf(ways), ...line, ...comparedIn(entries, ...ways) }
      })
    },
  )

  async function allIn(tx: Tx, institution: string, query: Query): Promise<CompareAllWire> {
    const ids = await openCases(tx, institution)
    const items = []
    for (const id of ids) {
      const line = await caseLine(tx, institution, id)
      if (!line) continue
      const entries = toEntries(await entriesOf(tx, institution, id))
      const { rows } = comparedIn(entries, ...(await waysOf(tx, institution, id, query)))
      const differing = rows.filter(({ differs }) => differs)
      const { number, title } = line
      if (differing.length > 0) items.push({ id, number, title, rows: differing })
    }
    const head = headOf(await waysOf(tx, institution, undefined, query))
    return { ...head, looked: ids.length, topics: topicsIn(items), items }
  }

  /** Both ways to look at a case; without one, as a case that opens now would be looked at. */
  async function waysOf(
    tx: Tx,
    institution: string,
    id: string | undefined,
    query: Query,
  ): Promise<[Way, Way]> {
    const today = clock.today()
    const pins = id === undefined ? {} : pinsOf(tx, institution, id, today)
    const own = await groundOf(tx, institution, today, pins)
    const wayOf = (side: 'before' | 'after'): Way => {
      const name = query[side]
      const asOf = day(query[`${side}Day`] ?? today, `${side}Day`)
      const ground =
        name === 'own'
          ? own
          : { law: name === 'place' ? own.law : lawNamed(name, `#/${side}`), rules: [], chosen: [] }
      const choice = query[`${side}Reading`]
      if (choice === undefined) return { name, asOf, ground }
      const [interpretation = '', reading = ''] = choice.split(':')
      checkReading(ground.law, `${side}Reading`, interpretation, reading)
      return { name, asOf, ground: { ...ground, readings: { [interpretation]: reading } } }
    }
    return [wayOf('before'), wayOf('after')]
  }
}

/** A pack in a revision, on the packs it stands on. */
function lawNamed(name: string, pointer: string) {
  const [id = ''] = name.split('@')
  const below = stackOf(id).filter((each) => each !== id)
  return lawOf([...below, name], pointer)
}

function headOf([before, after]: readonly [Way, Way]) {
  return {
    before: toSide(before),
    after: toSide(after),
    readings: readingsOf(before.ground.law, after.ground.law),
  }
}
