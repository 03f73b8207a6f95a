import fastify from 'fastify'
import pg from 'pg'

// The floor: what the same machine, the same PostgreSQL and the same tables give to the barest code
// that answers the same bytes. No session, no row security, no check of what comes in or goes out, no
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

const line = 'id, number, title, kind, department, disclosed_on as "disclosedOn"'

const listed = statement(
  `select ${line} from achievement
   where institution_id = $1 and kind = $2 and number < $3 order by number desc limit 21`,
)
app.get<{ Querystring: Record<string, string> }>('/achievements', async ({ query }) => {
  const rows = await listed([query['institution'], query['kind'], query['cursor']])
  const items = rows.slice(0, 20)
  return rows.length > 20 ? { items, nextCursor: items.at(-1)?.number } : { items }
})

const read = statement(
  `select ${line}, disclosure, inventors from achievement where institution_id = $1 and id = $2`,
)
app.get<{ Params: Record<string, string> }>(
  '/achievements/:institution/:id',
  async ({ params }) => {
    const [row] = await read([params['institution'], params['id']])
    return row
  },
)

app.get('/api/v1/health', async () => ({ ok: true }))
await app.listen({ host: process.env['HOST'] ?? '127.0.0.1', port: Number(process.env['PORT']) })
process.on('SIGTERM', () => process.exit(0))
