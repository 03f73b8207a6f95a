import type { Day } from '@yizhuan/kit'
import { type Clock, startOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { addJobs, type Tasks } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import type { Subscriptions } from '../../platform/outbox.ts'
import { isWithoutLaw } from '../policies/index.ts'
import { turnCase } from './case.commands.ts'
import { caseDesk } from './case.desk.ts'
import { forgetDues } from './case.projections.ts'
import { openCases } from './case.queries.ts'
import { turnTask } from './case.timers.ts'

// Besides its own timer, two things make a case look different while nobody acts on it: the institution
// approves a rule or a reading of its own, or says that it stands in another province or under its pilot.
// Then every open case is looked at again, at once and, for a rule, on its first day.

const ruleBegins = 'cases/ruleBegins'

/** Looks at one case again when its day turned, and at all when an own rule begins. */
export function refreshTasks({ clock }: Context): Tasks {
  return {
    [turnTask]: async (tx, { institution, payload }) => {
      const id = String(payload['case'])
      if (await isWithoutLaw(tx, institution)) return forgetDues(tx, { institution, id })
      await turnCase(tx, await caseDesk(tx, clock, institution, id), institution, id)
    },
    [ruleBegins]: (tx, { institution }) => lookAgain(tx, clock, institution),
  }
}

/** Told of an approved rule or another place, has the open cases looked at. */
export function refreshSubscriptions({ clock }: Context): Subscriptions {
  return {
    'institution.moved': (tx, { institution }) => lookAgain(tx, clock, institution),
    'ownRule.approved': async (tx, { institution, body }) => {
      const { id, from } = body as { id: string; from: Day } // As the module that put it out says.
      await lookAgain(tx, clock, institution)
      if (from <= clock.today()) return
      const key = `${ruleBegins}/${id}`
      await addJobs(tx, [{ institution, task: ruleBegins, payload: {}, at: startOf(from), key }])
    },
  }
}

/** Each case in a transaction of its own; the timer it has is brought forward. */
async function lookAgain(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const at = clock.now()
  const ids = await openCases(tx, institution)
  await addJobs(
    tx,
    ids.map((id) => ({
      institution,
      task: turnTask,
      payload: { case: id },
      at,
      key: `${turnTask}/${id}`,
    })),
  )
}
