import type { Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { caseLine, readersOf } from '../cases/index.ts'
import { newsLetter } from './mail/letter.ts'
import { linksFor, post } from './mail/mail.commands.ts'
import { type Added, addMatters } from './notification.queries.ts'
import {
  type About,
  type Kind,
  type Matter,
  pathOfNews,
  sentenceOf,
  topicOf,
} from './notification.ts'
import { reachesOf } from './reach.queries.ts'
import { usualReach } from './reach.ts'
import { tellWebhooks } from './webhooks/webhook.commands.ts'
import { type WebhookEvent, webhookEvents } from './webhooks/webhook.ts'

/** Where something is news. */
interface Where {
  readonly institution: string
  readonly caseId: string | null
}

/** Tells people what is new: in the application, and outside as each and their house chose. */
export async function tellPeople(
  tx: Tx,
  context: Context,
  where: Where,
  matters: readonly Matter[],
): Promise<void> {
  const added = await addMatters(tx, where, matters, context.clock.now())
  if (added.length === 0) return
  const line =
    where.caseId === null ? undefined : await caseLine(tx, where.institution, where.caseId)
  // What is closed to others is told to its people only, and named nowhere outside.
  const isClosed =
    where.caseId !== null && (await readersOf(tx, where.institution, where.caseId)) !== undefined
  const about = {
    caseNumber: (!isClosed && line?.number) || null,
    caseTitle: (!isClosed && line?.title) || null,
  }
  await mailAtOnce(tx, context, where, about, added)
  if (!isClosed) await tellGroups(tx, context, where, about, added)
}

interface AboutCase {
  readonly caseNumber: string | null
  readonly caseTitle: string | null
}

/** Mails what cannot wait for the digest to those who chose so. */
async function mailAtOnce(
  tx: Tx,
  context: Context,
  { institution, caseId }: Where,
  about: AboutCase,
  added: readonly Added[],
): Promise<void> {
  if (!context.config.mail) return
  const chosen = await reachesOf(tx, institution)
  const wanted = added.filter(({ person, about: { kind } }) =>
    (chosen.get(person) ?? usualReach).atOnce.includes(kind),
  )
  if (wanted.length === 0) return
  const accounts = await tx
    .selectFrom('account')
    .select(['personId', 'name', 'lang'])
    .where('institutionId', '=', institution)
    .where('disabledAt', 'is', null)
    .execute()
  for (const { person, about: news } of wanted) {
    const account = accounts.find(({ personId }) => personId === person)
    if (account) {
      const reader = { institution, person }
      const told = { ...about, text: sentenceOf(news), path: pathOfNews(news, caseId) }
      const content = newsLetter(told, account.name, account.lang, linksFor(context, reader))
      const topic = `${caseId ?? ''} ${news.kind} ${topicOf(news)}`
      await post(tx, context, reader, { kind: 'at-once', topic, content })
    }
  }
}

/** Tells the groups of the house each matter once, however many people it is news to. */
async function tellGroups(
  tx: Tx,
  context: Context,
  { institution, caseId }: Where,
  about: AboutCase,
  added: readonly Added[],
): Promise<void> {
  const matters = new Map(
    added.map((one) => [`${one.about.kind} ${topicOf(one.about)}`, one.about]),
  )
  for (const news of matters.values()) {
    if (isEvent(news.kind)) {
      const happening = { ...about, caseId, text: sentenceOf(news), path: pathOfNews(news, caseId) }
      await tellWebhooks(tx, context, institution, news.kind, happening, topicFor(news, caseId))
    }
  }
}

function isEvent(kind: Kind): kind is Kind & WebhookEvent {
  return (webhookEvents as readonly string[]).includes(kind)
}

/** A turn comes again when an act is done anew; anything else is told once, whoever it is news to. */
function topicFor(news: About, caseId: string | null): string | null {
  if (news.kind === 'your-act') return null
  return [caseId, topicOf(news), 'due' in news ? news.due : ''].join(' ')
}
