import type { Caller } from '../../platform/database.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

/** Whoever holds an office of a demonstration hospital, as the commands take them. */
export function holder({ id, people }: Pick<Hospital, 'id' | 'people'>, login: string): Caller {
  const index = offices.findIndex((office) => office.login === login)
  const [person, office] = [people[index], offices[index]]
  if (!person || !office) throw new TypeError(`Nobody holds the office ${login}.`)
  const { id: account, name } = person
  return { institution: id, person: account, account, name, roles: office.roles, lang: 'zh' }
}

type Outcome<Value> =
  | { readonly kind: 'accepted'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: { readonly code: string } }

/** What a command gave; a refusal is a mistake in the demonstration, and ends the loading. */
export function accepted<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'accepted') return outcome.value
  throw new Error(`Demonstration: ${JSON.stringify(outcome.refusal)}`)
}
