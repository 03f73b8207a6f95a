import { useParams } from '@tanstack/react-router'
import { AchievementList, AchievementPage } from '../features/achievements/Achievements.tsx'

/** /achievements */
export function AchievementsPage() {
  return <AchievementList />
}

/** /achievements/:id */
export function AchievementDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <AchievementPage key={id} id={id} />
}
