import { useParams } from '@tanstack/react-router'
import { AchievementList } from '../features/achievements/AchievementList.tsx'
import { AchievementPage } from '../features/achievements/AchievementPage.tsx'
import { ConfirmPage } from '../features/achievements/ConfirmPage.tsx'
import { Disclose, DiscloseAgain } from '../features/achievements/Disclose.tsx'
import { TrustPanel } from '../features/trusteeships/TrustPanel.tsx'
import { assetReaders, moneyReaders, trustReaders } from './navigation.ts'
import { useMe } from './useMe.ts'

const openers = ['tto_negotiator', 'tto_reviewer']
const judges = [...openers, 'leaders', 'legal', 'auditor', 'discipline', 'finance']
const disclosers = ['inventor', 'team_rep', ...openers]

/** /achievements */
export function AchievementsPage() {
  const { roles } = useMe()
  return (
    <AchievementList
      mayDisclose={disclosers.some((role) => roles.includes(role))}
      mayEdit={openers.some((role) => roles.includes(role))}
      readsAll={judges.some((role) => roles.includes(role))}
    />
  )
}

/** /achievements/new */
export function DisclosePage() {
  return <Disclose me={useMe()} />
}

/** /achievements/:id/again */
export function DiscloseAgainPage() {
  const { id = '' } = useParams({ strict: false })
  return <DiscloseAgain key={id} id={id} me={useMe()} />
}

/** /confirm/:institution/:token */
export function ConfirmSharePage() {
  const { institution = '', token = '' } = useParams({ strict: false })
  return <ConfirmPage key={token} institution={institution} token={token} />
}

/** /achievements/:id */
export function AchievementDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { name: me, roles, institution } = useMe()
  const isOffice = openers.some((role) => roles.includes(role))
  const mayRead = judges.some((role) => roles.includes(role))
  const mayReadTrust = trustReaders.some((role) => roles.includes(role))
  const trust = mayReadTrust && <TrustPanel about={{ achievement: id }} mayWrite={isOffice} />
  const isOneOf = (some: readonly string[]) => some.some((role) => roles.includes(role))
  const reads = { contracts: isOneOf(moneyReaders), asset: isOneOf(assetReaders) }
  const viewer = { owner: institution, me, isOffice, mayRead, reads, trust }
  return <AchievementPage key={id} id={id} {...viewer} />
}
