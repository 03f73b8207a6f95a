import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { answerConfirmation, readConfirmation } from './confirmation.commands.ts'
import { toProblem } from './disclosure.refusals.ts'
import { AnswerWire, ConfirmationWire, LinkParamsWire } from './disclosure.wire.ts'

const tags = ['achievements']

/** Somebody opens a link a few times; who guesses links opens many. */
const config = { access: 'public', rateLimit: { max: 60, timeWindow: '10 minutes' } } as const

/** What an inventor reads and answers by a link of their own, without an account. */
export function confirmationRoutes(app: App, context: Context): void {
  const path = '/public/confirmations/:institution/:token'
  const params = LinkParamsWire

  app.get(
    path,
    { config, schema: { tags, params, response: { 200: ConfirmationWire } } },
    async (request, reply) => {
      const { institution, token } = request.params
      const found = await readConfirmation(context, institution, token)
      if (!found) throw noSuchLink()
      return reply.header('cache-control', 'private, no-store').send(found)
    },
  )

  app.post(
    path,
    {
      config,
      schema: { tags, params, body: AnswerWire, response: { 200: ConfirmationWire } },
    },
    async (request, reply) => {
      const { institution, token } = request.params
      const outcome = await answerConfirmation(context, institution, token, request.body)
      if (!outcome) throw noSuchLink()
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return reply.header('cache-control', 'private, no-store').send(outcome.value)
    },
  )
}

function noSuchLink() {
  return notFound({
    zh: '没有这个确认链接，请核对地址是否完整。',
    en: 'There is no such link; check that its address is complete.',
  })
}
