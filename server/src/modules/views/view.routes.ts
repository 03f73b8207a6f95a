import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import {
  changeView,
  chooseDefault,
  mayShare,
  saveView,
  setDeleted,
  viewsOf,
} from './view.commands.ts'
import { toProblem, type ViewRefusals } from './view.refusals.ts'
import {
  ChangeViewWire,
  DefaultViewWire,
  ListParamsWire,
  SavedViewWire,
  SaveViewWire,
  ViewParamsWire,
  ViewsWire,
} from './view.wire.ts'

const tags = ['views']
const config = { access: 'signedIn' } as const

/** The views of lists that people keep: their own, and those shared with the institution. */
export function viewRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/views/:list',
    { config, schema: { tags, params: ListParamsWire, response: { 200: ViewsWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => {
        const rows = await viewsOf(tx, caller, request.params.list)
        const items = rows.map(({ id, name, params, isShared, personId, personName, viewId }) => ({
          id,
          name,
          params,
          isShared,
          isMine: personId === caller.person,
          by: personName,
          isDefault: viewId !== null,
        }))
        return { mayShare: mayShare(caller), items }
      })
    },
  )

  app.post(
    '/views/:list',
    {
      config,
      schema: {
        tags,
        params: ListParamsWire,
        body: SaveViewWire,
        response: { 201: SavedViewWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const saved = await asCaller(db, caller, (tx) =>
        saveView(tx, clock, caller, request.params.list, request.body),
      )
      return reply.code(201).send(accepted(saved))
    },
  )

  app.put(
    '/views/:list/default',
    {
      config,
      schema: {
        tags,
        params: ListParamsWire,
        body: DefaultViewWire,
        response: { 200: SavedViewWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return accepted(
        await asCaller(db, caller, (tx) =>
          chooseDefault(tx, caller, request.params.list, request.body.view),
        ),
      )
    },
  )

  const one = { tags, params: ViewParamsWire, response: { 200: SavedViewWire } }
  app.patch(
    '/saved-views/:id',
    { config, schema: { ...one, body: ChangeViewWire } },
    async (request) => {
      const caller = callerOf(request)
      return accepted(
        await asCaller(db, caller, (tx) =>
          changeView(tx, clock, caller, request.params.id, request.body),
        ),
      )
    },
  )

  app.delete('/saved-views/:id', { config, schema: one }, async (request) => {
    const caller = callerOf(request)
    return accepted(
      await asCaller(db, caller, (tx) => setDeleted(tx, clock, caller, request.params.id, true)),
    )
  })

  app.post('/saved-views/:id/return', { config, schema: one }, async (request) => {
    const caller = callerOf(request)
    return accepted(
      await asCaller(db, caller, (tx) => setDeleted(tx, clock, caller, request.params.id, false)),
    )
  })
}

function accepted<Value>(outcome: Outcome<Value, ViewRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
