import type { Refusal } from '@yizhuan/kit'
import { badField, notFound, type Problem } from '../../platform/problem.ts'
import type { CarrierRefusals } from './carrier.commands.ts'

/** What a person reads for every no about carriers. */
export function toProblem(refusal: Refusal<CarrierRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-carrier':
      return notFound({ zh: '没有这个载体。', en: 'There is no such carrier.' })
    case 'kind-unknown':
      return badField('#/kind', 'known-code', {
        zh: `请从下列选项中选择：${refusal.facts.kinds}。`,
        en: `Choose one of: ${refusal.facts.kinds}.`,
      })
    case 'name-taken':
      return badField('#/name', 'unique', {
        zh: `“${refusal.facts.name}”已经登记，请修改已有的一条。`,
        en: `“${refusal.facts.name}” is registered already; amend that one.`,
      })
    case 'ends-before-it-begins':
      return badField('#/toDay', 'after-from', {
        zh: `结束日须晚于设立日（${refusal.facts.from}）。`,
        en: `It ends after it begins (${refusal.facts.from}).`,
      })
  }
}
