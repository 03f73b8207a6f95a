import { useParams } from '@tanstack/react-router'
import { AchievementList } from '../features/achievements/AchievementList.tsx'
import { AchievementPage } from '../features/achievements/AchievementPage.tsx'
import { Disclose } from '../features/achievements/Disclose.tsx'
import { useMe } from './useMe.ts'

const openers = ['tto_negotiator', 'tto_reviewer']
const disclosers = ['inventor', 'team_rep', ...openers]

/** /achievements */
export function AchievementsPage() {
  const { roles } = useMe()
  return <AchievementList mayDisclose={disclosers.some((role) => roles.includes(role))} />
}

/** /achievements/new */
export function DisclosePage() {
  const me = useMe()
  return <Disclose me={me} mayOpen={openers.some((role) => me.roles.includes(role))} />
}

/** /achievements/:id */
export function AchievementDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles } = useMe()
  return <AchievementPage key={id} id={id} mayOpen={openers.some((role) => roles.includes(role))} />
}
