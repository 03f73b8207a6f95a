// Whether a chief may hold equity as an award is for the law of the place to say: it bars it, or says nothing.
import { assess, type Cite, knownFacts, type Law, type Outlook } from '@yizhuan/law'
import type { ScenarioRead } from './reading.ts'

/** By which article a chief holds none. */
export interface ChiefsBarred {
  readonly cite: Cite
  /** Else it hangs on what a scenario does not say, such as which body somebody leads. */
  readonly isCertain: boolean
}

/** What norms of any pack that bar it are about. */
const TOPIC = 'equity.chiefs'

/** Asks the law of the chiefs who are to have equity; undefined where nobody is, or nothing bars it. */
export function chiefsBarredBy(
  law: Law,
  { mode, members }: ScenarioRead,
  outlook: Outlook,
): ChiefsBarred | undefined {
  const chiefs = members.filter(
    ({ award, isChief, share }) => award === 'equity' && isChief && share.n > 0n,
  )
  if (chiefs.length === 0) return undefined
  const norms = law.norms.filter(({ topic }) => topic === TOPIC)
  if (norms.length === 0) return undefined
  const recipients = chiefs.map(({ award, isChief }, at) => ({
    ...{ who: String(at + 1), isInventor: true, isChief, holdsLeadingPost: isChief, award },
  }))
  const { findings } = assess(law, knownFacts(law, { matter: 'deal', mode, recipients }), {
    ...outlook,
    only: new Set(norms.map(({ id }) => id)),
  })
  const barring = findings.filter(
    ({ status, possible }) =>
      status === 'breached' || (status === 'unknown' && possible.includes('breached')),
  )
  const finding = barring.find(({ status }) => status === 'breached') ?? barring[0]
  const cite = finding?.cites[0]
  return finding && cite && { cite, isCertain: finding.status === 'breached' }
}
