import { Reminders } from '../features/calendar/Reminders.tsx'
import { DocketFigures } from '../features/rights/docket/DocketFigures.tsx'
import { Workbench } from '../features/workbench/Workbench.tsx'
import { useLanguage } from '../ui/language.ts'
import { useMe } from './useMe.ts'

/** / */
export function WorkbenchPage() {
  const { say } = useLanguage()
  const me = useMe()
  return (
    <Workbench
      me={me}
      besides={<DocketFigures />}
      reminders={(line) =>
        line.key && (
          <Reminders
            dueKey={line.key}
            title={say(line.title)}
            last={line.due}
            mayPutOff={line.mine && line.status !== 'overdue' && line.status !== 'waiting'}
            snoozes={line.snoozes}
            passed={line.passed}
          />
        )
      }
    />
  )
}
