import { day, parseFen, parseRatio, type Words } from '@yizhuan/kit'
import { countries } from './country.ts'
import type { DocketLaw } from './docket-law.ts'
import { eventKinds, legalStates } from './event-kind.ts'
import { annuityKinds, type RightKind, rightKinds } from './kind.ts'
import { At, DocketLawProblem } from './reading.ts'

export { DocketLawProblem } from './reading.ts'

/** The documents of `packs/cn-ip` as read from their files, not yet looked at. */
export interface DocketDocuments {
  readonly sources: unknown
  readonly fees: unknown
  readonly payment: unknown
  readonly terms: unknown
  readonly clocks: unknown
  readonly offices: unknown
}

/**
 * Reads the documents and looks at all of them.
 *
 * @throws {DocketLawProblem} for the first key that is wrong, with its place.
 */
export function readDocketLaw(documents: DocketDocuments): DocketLaw {
  const sources = sourcesOf(new At('sources', documents.sources))
  const fees = new At('fees', documents.fees)
  const payment = new At('payment', documents.payment)
  fees.has(['annuities', 'fees'])
  payment.has(['payment', 'surcharges', 'reductions', 'openLicences', 'compensations'])
  const dated = (at: At) => ({
    from: at.get('from').as('day', (value) => day(value)),
    ...cited(at, sources),
  })
  const law: DocketLaw = {
    sources,
    annuities: fees.get('annuities').list((at) => {
      at.has(['kind', ...datedKeys, 'bands'])
      return {
        ...dated(at),
        kind: at.get('kind').one(annuityKinds),
        bands: bandsOf(at.get('bands')),
      }
    }),
    fees: fees.get('fees').list((at) => oneFeeOf(at, dated(at))),
    payment: payment.get('payment').list((at) => {
      at.has([...paymentKeys, 'restoredSurcharge', ...datedKeys])
      const [registration, grace, restoration, obstacle, atMost, mail, refund] = paymentKeys.map(
        (key) => at.get(key).length(),
      )
      if (!registration || !grace || !restoration || !obstacle || !atMost || !mail || !refund)
        throw at.wrong('periods')
      const restoredSurcharge = shareAt(at, 'restoredSurcharge')
      return {
        ...dated(at),
        ...{ registration, grace, restoration, obstacle, atMost, mail, refund },
        restoredSurcharge,
      }
    }),
    surcharges: payment.get('surcharges').list((at) => {
      at.has(['perMonth', 'default', 'readings', 'rationale', ...datedKeys])
      const readings = at.get('readings').record((reading) => {
        reading.has(['label', 'freeMonths'])
        return {
          label: reading.get('label').words(),
          freeMonths: reading.get('freeMonths').count(),
        }
      })
      return {
        ...dated(at),
        perMonth: shareAt(at, 'perMonth'),
        default: at.get('default').one(Object.keys(readings)),
        readings,
        rationale: at.get('rationale').words(),
      }
    }),
    reductions: payment.get('reductions').list((at) => {
      at.has(['single', 'shared', 'years', ...datedKeys])
      const years = at.get('years').count()
      return { ...dated(at), single: shareAt(at, 'single'), shared: shareAt(at, 'shared'), years }
    }),
    openLicences: payment.get('openLicences').list((at) => {
      at.has(['relief', ...datedKeys])
      return { ...dated(at), relief: shareAt(at, 'relief') }
    }),
    compensations: payment.get('compensations').list((at) => {
      at.has(['fen', ...datedKeys])
      return { ...dated(at), fen: fenAt(at) }
    }),
    terms: new At('terms', documents.terms).list((at) => termOf(at, dated(at))),
    offices: new At('offices', documents.offices).list((at) => officeOf(at, cited(at, sources))),
    clocks: new At('clocks', documents.clocks).list((at) => clockOf(at, cited(at, sources))),
  }
  checkTogether(law)
  return law
}

const datedKeys = ['from', 'cite', 'verified']
const paymentKeys = [
  'registration',
  'grace',
  'restoration',
  'obstacle',
  'atMost',
  'mail',
  'refund',
] as const

function sourcesOf(at: At): Readonly<Record<string, Words>> {
  return at.record((each) => each.words())
}

function cited(at: At, sources: Readonly<Record<string, Words>>) {
  const cite = at.get('cite').text()
  if (!/^[a-z0-9-]+#[a-z0-9.-]+$/.test(cite)) throw at.get('cite').wrong('an address')
  if (!Object.hasOwn(sources, cite.split('#')[0] ?? ''))
    throw at.get('cite').wrong('a known source')
  return { cite, verified: at.get('verified').flag() }
}

const fenAt = (at: At) =>
  at.get('fen').as('whole fen above nought', (value) => {
    const amount = parseFen(value)
    return amount > 0n ? amount : undefined
  })

const shareAt = (at: At, key: string) =>
  at.get(key).as('a share of at most 100 %', (value) => {
    const share = parseRatio(String(value))
    return share.n >= 0n && share.n <= share.d ? share : undefined
  })

function oneFeeOf(at: At, dated: ReturnType<typeof cited> & { from: ReturnType<typeof day> }) {
  at.has(['id', 'title', ...datedKeys], ['kinds', 'fen', 'besides', 'isReduced'])
  const [kinds, besides] = [at.maybe('kinds'), at.maybe('besides')]
  return {
    ...dated,
    id: at.get('id').text(),
    title: at.get('title').words(),
    ...(kinds && { kinds: kinds.list((each) => each.one(rightKinds)) }),
    ...(at.maybe('fen') && { fen: fenAt(at) }),
    ...(besides && { besides: besides.words() }),
    ...(at.maybe('isReduced') && { isReduced: at.get('isReduced').flag() }),
  }
}

/** The bands of a table: from the first year on, each after the other, none left out. */
function bandsOf(at: At) {
  let next = 1
  return at.list((band) => {
    band.has(['first', 'last', 'fen'])
    const [first, last] = [band.get('first').count(), band.get('last').count()]
    if (first !== next || last < first) throw band.wrong('the years that follow the band before')
    next = last + 1
    return { first, last, fen: fenAt(band) }
  })
}

function termOf(at: At, dated: ReturnType<typeof cited> & { from: ReturnType<typeof day> }) {
  at.has(
    ['kind', 'runsFrom', 'length', ...datedKeys],
    ['otherwise', 'latest', 'lengthenedBy', 'grace', 'woody', 'until', 'atMost'],
  )
  const [otherwise, atMost] = [at.maybe('otherwise'), at.maybe('atMost')]
  const lengthened = at.maybe('lengthenedBy')
  return {
    ...dated,
    kind: at.get('kind').one(rightKinds),
    runsFrom: at.get('runsFrom').list((each) => each.one(eventKinds)),
    length: at.get('length').length(),
    ...(otherwise && { otherwise: otherwise.list((each) => each.one(eventKinds)) }),
    ...(at.maybe('latest') && { latest: at.get('latest').flag() }),
    ...(lengthened && { lengthenedBy: lengthened.list((each) => each.one(eventKinds)) }),
    ...(at.maybe('grace') && { grace: at.get('grace').length() }),
    ...(at.maybe('woody') && { woody: at.get('woody').length() }),
    ...(at.maybe('until') && { until: at.get('until').one(['year-end']) }),
    ...(atMost && {
      atMost: { from: atMost.get('from').one(eventKinds), length: atMost.get('length').length() },
    }),
  }
}

function officeOf(at: At, source: ReturnType<typeof cited>) {
  at.has(['office', 'cite', 'verified', 'example', 'numbers', 'publications'])
  const formats = (key: string) =>
    at.get(key).list((each) => {
      each.has(['read', 'write'], ['kinds', 'example', 'spell', 'check'])
      const [spell, check] = [each.maybe('spell'), each.maybe('check')]
      const [kinds, example] = [each.maybe('kinds'), each.maybe('example')]
      return {
        ...(kinds && { kinds: kinds.list((one) => one.one(rightKinds)) }),
        ...(example && { example: example.text() }),
        read: each.get('read').as('a pattern', (text) => new RegExp(String(text), 'u')),
        write: each.get('write').text(),
        spell: spell ? spell.list((one) => one.text()) : [],
        ...(check && { check: check.one(['luhn']) }),
      }
    })
  return {
    ...source,
    office: at.get('office').one(countries),
    example: at.get('example').text(),
    numbers: formats('numbers'),
    publications: formats('publications'),
  }
}

function clockOf(at: At, source: ReturnType<typeof cited>) {
  at.has(
    ['id', 'kinds', 'title', 'from', 'length', 'clearedBy', 'type', 'cite', 'verified'],
    ['received', 'matched', 'extendedBy', 'atLeast', 'while', 'past', 'leadsTo', 'fee'],
  )
  const fee = at.maybe('fee')
  const [during, past] = [at.maybe('while'), at.maybe('past')]
  const [extended, atLeast] = [at.maybe('extendedBy'), at.maybe('atLeast')]
  return {
    ...source,
    id: at.get('id').text(),
    kinds: at.get('kinds').list((each) => each.one(rightKinds)),
    title: at.get('title').words(),
    from: at.get('from').one(['priority', 'firstFiled', 'termRuns', ...eventKinds]),
    length: at.get('length').length(),
    clearedBy: at.get('clearedBy').list((each) => each.one(eventKinds)),
    type: at.get('type').one(['deadline', 'opening', 'notice']),
    ...(at.maybe('received') && { received: at.get('received').flag() }),
    ...(at.maybe('matched') && { matched: at.get('matched').flag() }),
    ...(extended && { extendedBy: extended.list((each) => each.one(eventKinds)) }),
    ...(atLeast && {
      atLeast: {
        from: atLeast.get('from').one(eventKinds),
        length: atLeast.get('length').length(),
      },
    }),
    ...(during && { while: during.list((each) => each.one(legalStates)) }),
    ...(past && {
      past: past.list((each) => ({
        since: each.get('since').one(eventKinds),
        length: each.get('length').length(),
      })),
    }),
    ...(at.maybe('leadsTo') && { leadsTo: at.get('leadsTo').one(legalStates) }),
    ...(fee && { fee: feeRuleOf(fee) }),
  }
}

function feeRuleOf(at: At) {
  at.has(['id', 'paidBy'], ['after'])
  const after = at.maybe('after')
  return {
    id: at.get('id').text(),
    paidBy: at.get('paidBy').one(eventKinds),
    ...(after && { after: after.text() }),
  }
}

/** What no single row can show: ids are given once, and a table reaches as far as the term it is for. */
function checkTogether(law: DocketLaw): void {
  const ids = law.clocks.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new DocketLawProblem(`clocks.${twice}`, 'an id given once')
  for (const { id, kinds, fee } of law.clocks) {
    const isThere = (kind: RightKind) =>
      law.fees.some((row) => row.id === fee?.id && (row.kinds ?? [kind]).includes(kind))
    if (fee && !kinds.every(isThere))
      throw new DocketLawProblem(`clocks.${id}.fee.id`, 'a fee of each of its kinds')
    if (fee?.after !== undefined && !ids.includes(fee.after))
      throw new DocketLawProblem(`clocks.${id}.fee.after`, 'a known clock')
  }
  for (const kind of annuityKinds) {
    const terms = law.terms.filter((term) => term.kind === kind)
    const tables = law.annuities.filter((table) => table.kind === kind)
    if (terms.length === 0 || tables.length === 0)
      throw new DocketLawProblem(`annuities.${kind}`, 'a term and a table of fees')
    const longest = Math.max(...terms.map(({ length }) => length.years ?? 0))
    const last = Math.max(...tables.map(({ bands }) => bands.at(-1)?.last ?? 0))
    if (last !== longest)
      throw new DocketLawProblem(
        `annuities.${kind}`,
        `fees for ${longest} years, as long as the term`,
      )
  }
}
