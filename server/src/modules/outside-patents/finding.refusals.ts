import type { Refusal } from '@yizhuan/kit'
import { badField, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import type { FindingRefusals } from './finding.commands.ts'
import type { OwnNameRefusals } from './own-name.commands.ts'

/** What a person reads for every no about patents of others. */
export function toProblem(refusal: Refusal<FindingRefusals & OwnNameRefusals>): Problem {
  const { code } = refusal
  const at = (field: string, zh: string, en: string) => badField(`#/${field}`, code, { zh, en })
  switch (refusal.code) {
    case 'no-such-finding':
      return notFound({ zh: '没有这条线索。', en: 'There is no such finding.' })
    case 'not-concerned':
      return forbidden({
        zh: '只有线索涉及的本人可以说明。',
        en: 'Only somebody whom it may name answers it.',
      })
    case 'claim-without-task':
      return at('task', '主张权利须写明要办的事。', 'Say what is to be done to claim it.')
    case 'claim-without-day':
      return at('dueOn', '主张权利须写明办理期限。', 'Say by which day it is to be claimed.')
    case 'task-without-claim':
      return at(
        'task',
        '只有“应主张权利”才有待办事项和期限；请清空，或改选结论。',
        'Only a claim has a task and a day; empty them or choose another decision.',
      )
    case 'due-in-past':
      return at(
        'dueOn',
        `办理期限不得早于今天（${refusal.facts.today}）。`,
        `The day is not before today (${refusal.facts.today}).`,
      )
    case 'own-name-known':
      return at(
        'name',
        `“${refusal.facts.name}”已在本单位名称中，无需再加。`,
        `“${refusal.facts.name}” is among the names already.`,
      )
    case 'no-such-own-name':
      return notFound({ zh: '没有这个名称。', en: 'There is no such name.' })
  }
}
