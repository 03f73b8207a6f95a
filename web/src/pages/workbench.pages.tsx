import { DisclosureFigures } from '../features/achievements/DisclosureFigures.tsx'
import { Reminders } from '../features/calendar/Reminders.tsx'
import { MoneyWaiting } from '../features/receivables/MoneyWaiting.tsx'
import { DocketFigures } from '../features/rights/docket/DocketFigures.tsx'
import { MyParts } from '../features/stocktaking/MyParts.tsx'
import { Workbench } from '../features/workbench/Workbench.tsx'
import { useLanguage } from '../ui/language.ts'
import { MyMoney } from './MyMoney.tsx'
import { useMe } from './useMe.ts'

/** Who sees at once whether a right is about to be lost over a fee. */
const answersForFees = ['tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'auditor']

/** Who has a part in what achievements bring. */
const earners = ['inventor', 'team_rep']

/** Those who answer disclosures. */
const office = ['tto_negotiator', 'tto_reviewer']

/** / */
export function WorkbenchPage() {
  const { say } = useLanguage()
  const me = useMe()
  return (
    <Workbench
      me={me}
      besides={
        <>
          {me.roles.some((role) => earners.includes(role)) && <MyMoney />}
          {me.roles.includes('finance') && <MoneyWaiting />}
          <MyParts />
          <DisclosureFigures isOffice={office.some((role) => me.roles.includes(role))} />
          {me.roles.some((role) => answersForFees.includes(role)) && <DocketFigures />}
        </>
      }
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
