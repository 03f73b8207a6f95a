import { BrokenInvariant } from './assert.ts'

/** JSON with sorted keys and no blanks, so that equal values have equal texts. Refuses what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new BrokenInvariant('canonical JSON holds finite numbers only')
    return JSON.stringify(value)
  }
  if (typeof value !== 'object')
    throw new BrokenInvariant(`canonical JSON cannot hold a ${typeof value}`)
  return Array.isArray(value) ? listText(value) : recordText(value as Record<string, unknown>)
}

// Every entry of every chain goes through here: texts are put together without lists in between.

function listText(values: readonly unknown[]): string {
  let text = ''
  for (const value of values) text += `${text === '' ? '' : ','}${canonicalJson(value)}`
  return `[${text}]`
}

function recordText(record: Readonly<Record<string, unknown>>): string {
  let text = ''
  for (const key of sorted(Object.keys(record))) {
    const value = record[key]
    if (value === undefined) continue
    text += `${text === '' ? '' : ','}${nameText(key)}:${canonicalJson(value)}`
  }
  return `{${text}}`
}

/** Records of one kind come one after another: the order of their keys is found out once. */
const lastOfLength: { readonly given: readonly string[]; readonly order: readonly string[] }[] = []
const mostKeys = 100

function sorted(keys: string[]): readonly string[] {
  if (keys.length < 2 || keys.length > mostKeys) return keys.sort()
  const last = lastOfLength[keys.length]
  if (last?.given.every((key, at) => key === keys[at])) return last.order
  const given = [...keys]
  const order = keys.sort()
  lastOfLength[keys.length] = { given, order }
  return order
}

/** The names of fields come again and again: the text of each is made once. */
const nameTexts = new Map<string, string>()
const mostNames = 1000

function nameText(name: string): string {
  const known = nameTexts.get(name)
  if (known !== undefined) return known
  const text = JSON.stringify(name)
  if (nameTexts.size < mostNames) nameTexts.set(name, text)
  return text
}
