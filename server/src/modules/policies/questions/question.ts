// What somebody asks the law besides the facts: rules and readings of an institution, as JSON. The
// command line, the HTTP API and the replay of a record read them alike.
import { day, InputError, type Words } from '@yizhuan/kit'
import { checkRule, type InstitutionReading, type InstitutionRule, type Law } from '@yizhuan/law'

/** The rules that a record carries: a later law may be stricter than one, and then prevails over it. */
export function rulesInRecord(json: unknown): readonly InstitutionRule[] {
  return listOf(json, 'rules').map(ruleOf)
}

/**
 * Institution rules from JSON.
 *
 * @throws {InputError} for a rule that is laxer than the law, naming the article.
 */
export function rulesFrom(law: Law, json: unknown): readonly InstitutionRule[] {
  return listOf(json, 'rules').map((each: unknown, index) => {
    const rule = ruleOf(each, index)
    const [problem] = within(`rules[${index}]`, () => checkRule(law.layers, rule))
    if (!problem) return rule
    const field = problem.code === 'unknown-parameter' ? 'param' : 'value'
    throw new InputError(`rules[${index}].${field}`, problem.code, problem.text)
  })
}

/** Reads a part of something; a mistake in it names the whole place. */
function within<Result>(place: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw error instanceof InputError ? error.within(place) : error
  }
}

/** Readings that an institution chose, each from its day on. */
export function chosenFrom(law: Law, json: unknown): readonly InstitutionReading[] {
  return listOf(json, 'readings').map((each: unknown, index) => {
    const at = `readings[${index}]`
    const { text, days } = fieldsOf(each, at, ['id', 'from', 'to', 'reading', 'by', 'basis'])
    const [id, reading] = [text('id'), text('reading')]
    checkReading(law, `${at}.reading`, id, reading)
    return { id, reading, by: text('by'), basis: text('basis'), ...days() }
  })
}

/** Refuses an interpretation or a reading that does not exist. */
export function checkReading(law: Law, field: string, id: string, choice: string): void {
  const interpretation = law.interpretations.get(id)
  if (!interpretation) {
    throw new InputError(field, 'known-interpretation', {
      zh: `没有释义问题“${id}”`,
      en: `there is no interpretation «${id}»`,
    })
  }
  if (interpretation.readings.has(choice)) return
  const known = [...interpretation.readings.keys()].join(', ')
  throw new InputError(field, 'known-reading', {
    zh: `“${id}”没有口径“${choice}”；可选：${known}`,
    en: `${id}: «${choice}» is not one of ${known}`,
  })
}

function ruleOf(value: unknown, index: number): InstitutionRule {
  const at = `rules[${index}]`
  const known = ['param', 'from', 'to', 'value', 'by', 'basis']
  const { text, days, fields } = fieldsOf(value, at, known)
  const number = fields['value']
  if (typeof number !== 'string' && typeof number !== 'number') {
    throw wrong(`${at}.value`, 'number', {
      zh: '须为数字或“80%”这样的比例',
      en: 'must be a number or a share such as "80%"',
    })
  }
  return {
    param: text('param'),
    value: number,
    by: text('by'),
    basis: text('basis'),
    ...days(),
  }
}

function listOf(json: unknown, name: string): readonly unknown[] {
  if (Array.isArray(json)) return json
  throw wrong(name, 'list', { zh: '须为 JSON 列表', en: 'must be a JSON list' })
}

/** The fields of one item of a list; refuses a key it should not have. */
function fieldsOf(value: unknown, at: string, keys: readonly string[]) {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(at, 'object', { zh: '须为对象', en: 'must be an object' })
  const fields: Record<string, unknown> = { ...value }
  for (const key of Object.keys(fields)) {
    if (!keys.includes(key)) {
      const list = keys.join(', ')
      const text = { zh: `不是下列之一：${list}`, en: `is not one of ${list}` }
      throw wrong(`${at}.${key}`, 'unknown-field', text)
    }
  }
  const text = (key: string): string => {
    const found = fields[key]
    if (typeof found === 'string' && found !== '') return found
    throw wrong(`${at}.${key}`, 'text', { zh: '须为文字', en: 'must be a text' })
  }
  const days = () => ({
    from: day(text('from'), `${at}.from`),
    ...(fields['to'] === undefined ? {} : { to: day(text('to'), `${at}.to`) }),
  })
  return { fields, text, days }
}

function wrong(field: string, rule: string, text: Words): InputError {
  return new InputError(field, rule, text)
}
