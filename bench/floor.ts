import { randomBytes, randomUUID } from 'node:crypto'
import fastify from 'fastify'
import pg from 'pg'
import { ownersQueryOf, wordsOf, wordsQueryOf } from '#server/platform/grams'

// The floor: what the same machine, the same PostgreSQL and the same tables give to the barest code
// that answers the same. No session, no row security, no check of what comes in or goes out, no
// evidence. It is entered as the owner, whom row security does not bind.

const { types } = pg
types.setTypeParser(types.builtins.DATE, (text) => text)
types.setTypeParser(types.builtins.INT8, (text) => text)

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 16 })
const app = fastify()
let prepared = 0

/** One statement, prepared once per connection. */
function statement(text: string) {
  prepared += 1
  const name = `floor${prepared}`
  return async (values: readonly unknown[]) =>
    (await pool.query({ name, text, values: [...values] })).rows
}

const queryOf = (institution: string, kind: string, q: string) =>
  `${ownersQueryOf(institution, [kind])} & ${wordsQueryOf(wordsOf(q))}`

type Asked = { Querystring: Record<string, string>; Params: Record<string, string> }
type Written = { Params: Record<string, string>; Body: Record<string, unknown> }

/** Twenty rows, and where the next page begins. */
function page(rows: readonly { number: string }[]) {
  const items = rows.slice(0, 20)
  return rows.length > 20 ? { items, nextCursor: items.at(-1)?.number } : { items }
}

const line = 'id, number, title, kind, department, disclosed_on as "disclosedOn", conversion'

const listed = statement(
  `select ${line} from achievement
   where institution_id = $1 and kind = $2 and number < $3 order by number desc limit 21`,
)
app.get<Asked>('/achievements', async ({ query: { institution, kind, cursor } }) =>
  page(await listed([institution, kind, cursor])),
)

const found = statement(
  `with match as materialized (
     select id from search_document
     where lexemes @@ $2::tsquery and institution_id = $1 and kind = 'achievement')
   select ${line} from match join achievement using (id)
   where institution_id = $1 order by number desc limit 21`,
)
app.get<Asked>('/achievements/found', async ({ query: { institution = '', q = '' } }) =>
  page(await found([institution, queryOf(institution, 'achievement', q)])),
)

const everyKind = ['achievement', 'right', 'contract', 'receipt', 'person', 'case']
const looked = statement(
  `with match as materialized (
     select document.kind, id from unnest($2::tsquery[], $3::text[]) as wanted (query, kind),
       lateral (select kind, id from search_document
         where lexemes @@ wanted.query and institution_id = $1
           and search_document.kind = wanted.kind) as document),
   newest as (select kind, id from match order by id desc limit 20)
   select kind, id, label, title, left(body, 70) as snippet
   from newest join search_document using (kind, id) where institution_id = $1
   order by id desc`,
)
app.get<Asked>('/search', async ({ query: { institution = '', q = '' } }) => {
  const queries = everyKind.map((kind) => queryOf(institution, kind, q))
  return { items: await looked([institution, queries, everyKind]) }
})

const read = statement('select * from achievement where institution_id = $1 and id = $2')
app.get<Asked>('/achievements/:institution/:id', async ({ params: { institution, id } }) => {
  const [row] = await read([institution, id])
  return row
})

const created = statement(
  `insert into achievement (institution_id, id, number, title, kind, department, disclosed_on,
     disclosure, inventors) values ($1, $2, $3, $4, $5, $6, '2026-03-02', $7, $8)`,
)
app.post<Written>('/achievements/:institution', async ({ params, body }, reply) => {
  const [id, number] = [randomUUID(), `CF-${randomBytes(8).toString('hex')}`]
  const { title, kind, department } = body
  const [disclosure, inventors] = [body['disclosure'], body['inventors']].map((one) =>
    JSON.stringify(one),
  )
  const values = [params['institution'], id, number, title, kind, department, disclosure, inventors]
  await created(values)
  return reply.code(201).send({ id, number })
})

const acted = statement(
  `insert into act (institution_id, case_id, seq, type, on_day, at, by_person, entry, prev, hash)
   values ($1, $2, $3, $4, '2026-03-02', now(), $2, $5, $6, $6)`,
)
// Above what any record has, also of what an earlier run on the same data wrote.
let seq: number = (await pool.query('select coalesce(max(seq), 0) as top from act')).rows[0].top
const hash = '0'.repeat(64)
app.post<Written>('/cases/:institution/:id/acts', async ({ params, body }, reply) => {
  seq += 1
  const { institution, id } = params
  await acted([institution, id, seq, body['type'], JSON.stringify(body), hash])
  return reply.code(201).send({ id, seq, hash })
})

const cases = statement(
  `select id, number, title, stage, status, achievement_id as "achievementId", mode, pricing,
     counterparty, price_fen as "priceFen", received_fen as "receivedFen",
     distributed_fen as "distributedFen", opened_on as "openedOn", last_on as "lastOn", seq
   from transfer_case
   where institution_id = $1 and stage = $2 and number < $3 order by number desc limit 21`,
)
app.get<Asked>('/cases', async ({ query: { institution, stage, cursor } }) =>
  page(await cases([institution, stage, cursor])),
)

app.get('/api/v1/health', async () => ({ ok: true }))
await app.listen({ host: process.env['HOST'] ?? '127.0.0.1', port: Number(process.env['PORT']) })
process.on('SIGTERM', () => process.exit(0))
