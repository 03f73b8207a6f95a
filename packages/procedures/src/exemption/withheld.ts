// What a person concerned does not read yet. They read what is put to them, the documents relied on and
// every finding; what others said, and what those who look into it noted or referred, once it is found
// of them. So nobody is made to tell their colleagues' words before they are weighed, and everybody can
// answer a finding with the whole record before them.
import type { Act } from '../procedure/entry.ts'

/** Notes of those who look into it, whomever they are about. */
const notes = ['referred', 'referralAnswered']
/** What is said of one person, or by one. */
const personal = [
  'interviewed',
  'conductScreened',
  'hearingCalled',
  'heard',
  'appealed',
  'appealDecided',
]
const findings = ['exempted', 'notExempted']

const subjectsOf = (acts: readonly Act[]) =>
  acts
    .filter(({ type }) => type === 'exemptionOpened')
    .flatMap(({ data }) => data['subjects'] as readonly { name: string; person?: string }[])

/** Whom it concerns, of those who have an account. */
export function concernedIn(acts: readonly Act[]): readonly string[] {
  return subjectsOf(acts).flatMap(({ person }) => person ?? [])
}

/** The places of the acts that are kept from somebody; none for whom it does not concern. */
export function withheldFrom(acts: readonly Act[], person: string): ReadonlySet<number> {
  const names = subjectsOf(acts)
    .filter((one) => one.person === person)
    .map(({ name }) => name)
  if (names.length === 0) return new Set()
  const isOwn = ({ data }: Act) => names.includes(String(data['name']))
  const found = acts.findLast((act) => findings.includes(act.type) && isOwn(act))?.seq ?? 0
  const kept = acts.filter(
    (act) =>
      act.seq > found && (notes.includes(act.type) || (personal.includes(act.type) && !isOwn(act))),
  )
  return new Set(kept.map(({ seq }) => seq))
}
