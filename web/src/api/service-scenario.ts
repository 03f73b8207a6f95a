import { dayInChina } from '@yizhuan/kit'
import {
  firstService,
  netMethods,
  ratioSetters,
  type ServiceScenario,
  serviceKinds,
} from '@yizhuan/procedures'
import { listIn, listText } from './hash-lists.ts'

/** Commissioned work as the part of an address behind `#`. Other income of persons is left out. */
export function serviceToHash(scenario: ServiceScenario): string {
  const { kind, payments, method, ratio, ratioBy, byRule, isRuled, share, members } = scenario
  const parts = new URLSearchParams({ kind, method, share })
  if (method === 'fixed_ratio') {
    parts.set('ratio', ratio)
    parts.set('ratioBy', ratioBy)
  }
  if (byRule) parts.set('rule', 'house')
  else if (!isRuled) parts.set('rule', 'none')
  parts.set(
    'payments',
    listText(payments.map(({ on, amount, taxes, costs }) => [on, amount, taxes, costs])),
  )
  parts.set('team', listText(members.map((one) => [one.share, ...(one.leads ? ['leads'] : [])])))
  return parts.toString()
}

/** Commissioned work from an address; what it leaves out, or says in a way we do not know, is as at first. */
export function serviceFromHash(
  hash: string,
  first: ServiceScenario = firstService(dayInChina(new Date())),
): ServiceScenario {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  const text = (name: string, standard: string) => (parts.get(name) ?? standard).slice(0, 40)
  const one = <Code extends string>(codes: readonly Code[], name: string, standard: Code): Code =>
    codes.find((code) => code === parts.get(name)) ?? standard
  const rule = parts.get('rule')
  return {
    kind: one(serviceKinds, 'kind', first.kind),
    method: one(netMethods, 'method', first.method),
    ratio: text('ratio', first.ratio),
    ratioBy: one(ratioSetters, 'ratioBy', first.ratioBy),
    byRule: rule === 'house',
    isRuled: rule !== 'none',
    share: text('share', first.share),
    payments: listIn(parts.get('payments'), first.payments, ([on, amount, taxes, costs]) => ({
      ...{ on: on ?? '', amount: amount ?? '', taxes: taxes ?? '', costs: costs ?? '' },
    })),
    members: listIn(parts.get('team'), first.members, ([share, leads]) => ({
      ...{ share: share ?? '', leads: leads === 'leads', other: '' },
    })),
  }
}
