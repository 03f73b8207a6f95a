import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, asSystem, type Caller, type Tx } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { testLetter } from './mail/letter.ts'
import { holdsStopLink, linksFor, mailsOf, post, setDigest } from './mail/mail.commands.ts'
import { mailAddressOf, reachOf, saveReach } from './reach.queries.ts'
import { mailNotConfigured, noMailAddress } from './reach.refusals.ts'
import { noMail } from './reach.ts'
import { ChangeReachWire, ReachWire, StopMailWire, StoppedWire } from './reach.wire.ts'

const tags = ['notifications']
const signedIn = { access: 'signedIn' } as const

/** Nobody needs more than a few: it keeps links from being guessed and the mail server from being used. */
const fewTimes = { max: 10, timeWindow: '10 minutes' }

/** What reaches the caller, and how. */
export function reachRoutes(app: App, context: Context): void {
  const { db, clock, config } = context

  const shown = async (tx: Tx, caller: Caller): Promise<ReachWire> => {
    const { institution, person } = caller
    const [{ digestHour, atOnce }, address, mails, account] = await Promise.all([
      reachOf(tx, institution, person),
      mailAddressOf(tx, institution, person),
      mailsOf(tx, { institution, person }),
      tx.selectFrom('account').select('lang').where('id', '=', caller.account).executeTakeFirst(),
    ])
    return {
      digestHour,
      atOnce: [...atOnce],
      lang: account?.lang ?? 'zh',
      mail: {
        isConfigured: config.mail !== undefined,
        address: address ?? null,
        newest: mails.map(({ madeAt, sentAt, gaveUpAt, ...mail }) => ({
          ...mail,
          madeAt: madeAt.toISOString(),
          state: sentAt ? 'sent' : gaveUpAt ? 'given-up' : 'waiting',
        })),
      },
    }
  }

  app.get(
    '/reach',
    { config: signedIn, schema: { tags, response: { 200: ReachWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => shown(tx, caller))
    },
  )

  app.patch(
    '/reach',
    { config: signedIn, schema: { tags, body: ChangeReachWire, response: { 200: ReachWire } } },
    (request) => {
      const caller = callerOf(request)
      const { institution, person, account } = caller
      const { lang, digestHour, atOnce } = request.body
      return asCaller(db, caller, async (tx) => {
        const before = await reachOf(tx, institution, person)
        const after = {
          digestHour: digestHour === undefined ? before.digestHour : digestHour,
          atOnce: atOnce === undefined ? before.atOnce : [...new Set(atOnce)],
        }
        await saveReach(tx, institution, person, after)
        if (digestHour !== undefined) await setDigest(tx, context, caller, after.digestHour)
        if (lang !== undefined) {
          await tx.updateTable('account').set({ lang }).where('id', '=', account).execute()
        }
        return shown(tx, caller)
      })
    },
  )

  app.post(
    '/reach/test-mail',
    {
      config: { ...signedIn, rateLimit: fewTimes },
      schema: { tags, response: { 201: ReachWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { institution, person, name } = caller
      if (!config.mail) throw mailNotConfigured()
      const sent = await asCaller(db, caller, async (tx) => {
        if ((await mailAddressOf(tx, institution, person)) === undefined) throw noMailAddress()
        const { lang } = await shown(tx, caller)
        const content = testLetter(name, lang, linksFor(context, caller))
        const topic = clock.now().toISOString()
        await post(tx, context, caller, { kind: 'test', topic, content })
        return shown(tx, caller)
      })
      return reply.code(201).send(sent)
    },
  )

  app.post(
    '/public/mail-stop',
    {
      config: { access: 'public', rateLimit: fewTimes },
      schema: { tags, body: StopMailWire, response: { 200: StoppedWire } },
    },
    async (request) => {
      const { token, ...reader } = request.body
      if (!holdsStopLink(context, reader, token)) {
        throw notFound({
          zh: '链接无效。请登录后在“提醒方式”中设置。',
          en: 'This link is not valid. Sign in and choose what is mailed.',
        })
      }
      await asSystem(db, reader.institution, async (tx) => {
        await saveReach(tx, reader.institution, reader.person, noMail)
        await setDigest(tx, context, reader, null)
      })
      return { stopped: true as const }
    },
  )
}
