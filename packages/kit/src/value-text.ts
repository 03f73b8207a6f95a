import { yuanText } from './fen.ts'

/** An id or a fingerprint: for machines, which find it in the chain. */
export function isId(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/.test(value)
  )
}

/** A value of any field as a text; lists are joined, objects told by their parts. */
export function valueText(value: unknown, say: (code: string) => string): string {
  const inner = (part: unknown) => valueText(part, say)
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(inner).filter(Boolean).join('、')
  if (typeof value !== 'object') return say(String(value))
  return Object.values(value)
    .filter((part) => part !== null && part !== false && !isId(part))
    .map(inner)
    .join(' ')
}

/** How a history says codes and names of fields, in the words of the page that shows it. */
export interface HistoryWords {
  readonly actions: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, string>>
  /** Of codes, as `licence`; of codes in one field, as `mode.licence`. */
  readonly values: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, string>>
  readonly yes: string
}

/** The fields whose values are roles. */
const rolesIn: ReadonlySet<string> = new Set(['role', 'roles', 'grants'])

/** What was done, in words; the code where there are none. */
export function actionText(action: string, { actions }: Pick<HistoryWords, 'actions'>): string {
  const code = action.split('.')[1] ?? action
  return wordFor(actions, code)
}

/** What a code is called, or the code. A text that somebody typed may be called as what every object has. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}

/** A value of a field as a history shows it: codes in words, amounts in yuan. */
export function changeText(field: string, value: unknown, words: HistoryWords): string {
  if (value === true) return words.yes
  if (field.endsWith('Fen') && typeof value === 'string' && /^-?\d+$/.test(value)) {
    const text = yuanText(BigInt(value))
    return text.startsWith('-') ? `−¥${text.slice(1)}` : `¥${text}`
  }
  if (rolesIn.has(field)) return valueText(value, (code) => wordFor(words.roles, code))
  // One code may mean one thing in one field and another elsewhere: the field's own word comes first.
  return valueText(value, (code) => {
    const own = `${field}.${code}`
    return Object.hasOwn(words.values, own)
      ? (words.values[own] ?? code)
      : wordFor(words.values, code)
  })
}

/** A field that changed, as far as showing it asks. */
interface Change {
  readonly field: string
  readonly from?: unknown
  readonly to?: unknown
}

/** The changes that tell people something: an id alone tells nobody anything, its source stands beside. */
export function shownChanges<One extends Change>(changes: readonly One[]): readonly One[] {
  const isForMachines = ({ from, to }: Change) =>
    isId(to) || (from === undefined && Array.isArray(to) && to.every(isId))
  return changes.filter((one) => one.field !== 'source' && !isForMachines(one))
}
