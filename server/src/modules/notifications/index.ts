import type { Day } from '@yizhuan/kit'
import { colleaguesOf } from '../../platform/account.ts'
import type { Tx } from '../../platform/database.ts'
import type { Tasks } from '../../platform/jobs.ts'
import type { Context, Module } from '../../platform/module.ts'
import { beginDay, dayTask, setDay } from './day/day.commands.ts'
import { deliverMail, digestTask, mailTask, writeDigest } from './mail/mail.commands.ts'
import {
  hearOfArchive,
  hearOfCase,
  hearOfDisclosure,
  hearOfHandover,
  hearOfMention,
  hearOfOutsidePatents,
  hearOfRule,
  hearOfStocktaking,
} from './notification.commands.ts'
import { notificationRoutes } from './notification.routes.ts'
import { reachProblems } from './reach.refusals.ts'
import { reachRoutes } from './reach.routes.ts'
import { tellPeople } from './tell.commands.ts'
import { deliver, webhookTask } from './webhooks/webhook.commands.ts'
import { webhookProblems } from './webhooks/webhook.refusals.ts'
import { webhookRoutes } from './webhooks/webhook.routes.ts'

export { undeliveredSince } from './undelivered.queries.ts'

/** What is new for each person, and how it reaches them and the groups of their house. */
export const notifications: Module = {
  name: 'notifications',
  problems: { ...reachProblems, ...webhookProblems },
  routes: (app, context) => {
    notificationRoutes(app, context)
    reachRoutes(app, context)
    webhookRoutes(app, context)
  },
  subscribe: (context) => ({
    'officers.handedOver': (tx, fact) => hearOfHandover(tx, context, fact),
    'disclosure.*': (tx, fact) => hearOfDisclosure(tx, context, fact),
    'stocktaking.asked': (tx, fact) => hearOfStocktaking(tx, context, fact),
    'outsidePatent.found': (tx, fact) => hearOfOutsidePatents(tx, context, fact),
    'archive.ordered': (tx, fact) => hearOfArchive(tx, context, fact),
    'comment.mentioned': (tx, fact) => hearOfMention(tx, context, fact),
    'case.*': (tx, fact) => hearOfCase(tx, context, fact),
    'ownRule.laxerThanLaw': (tx, fact) => hearOfRule(tx, context, fact),
  }),
  jobs: tasks,
  found: (tx, { institution }) => setDay(tx, institution, new Date(0)),
}

function tasks(context: Context): Tasks {
  return {
    [dayTask]: (tx, { institution }) => beginDay(tx, context, institution),
    [digestTask]: (tx, { institution, payload }) =>
      writeDigest(
        tx,
        context,
        { institution, person: String(payload['person']) },
        String(payload['day']) as Day,
      ),
    [mailTask]: (tx, { institution, payload }) =>
      deliverMail(tx, context, institution, String(payload['mail'])),
    [webhookTask]: async (tx, { institution, payload }) => {
      const gone = await deliver(tx, context, institution, String(payload['delivery']))
      if (gone) await tellOfDisabled(tx, context, institution, gone)
    },
  }
}

/** Tells the administrators of a webhook that was turned off by itself. */
async function tellOfDisabled(
  tx: Tx,
  context: Context,
  institution: string,
  { disabled, webhook }: NonNullable<Awaited<ReturnType<typeof deliver>>>,
): Promise<void> {
  const colleagues = await colleaguesOf(tx, context.clock, institution)
  const who = colleagues.filter(({ roles }) => roles.includes('admin')).map(({ person }) => person)
  const about = { kind: 'webhook-off' as const, webhook, name: disabled, on: context.clock.today() }
  await tellPeople(tx, context, { institution, caseId: null }, [{ about, who }])
}
