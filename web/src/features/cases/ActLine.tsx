import type { Because } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { NextActWire } from './case.api.ts'

/** An act that may be opened, or is off: then its own line says which article forbids it, or who may. */
export function ActLine({ act, onOpen }: { act: NextActWire; onOpen?: () => void }) {
  const { t, say, named, listed } = useLanguage()
  const isOff = act.can === 'no' || !act.mayI
  return (
    <div className="act">
      <Button small disabled={isOff} onClick={onOpen}>
        {say(act.label)}
      </Button>
      <div className="reason">
        {!act.mayI && (
          <div>
            {t('cases.whoMay', { who: listed(act.whoMay.map((role) => named('role', role))) })}
          </div>
        )}
        {act.can !== 'yes' && <Reasons act={act} />}
        {act.can === 'yes' && <Waits act={act} />}
        {isUnguarded(act) && <div>{t('standing.act')}</div>}
      </div>
    </div>
  )
}

/** The law that would guard the act is not in force. */
const isUnguarded = ({ warnings }: NextActWire): boolean =>
  (warnings as readonly Because[]).some(({ lapse }) => lapse !== undefined)

/** What only advises, and asks to wait for a day. */
function Waits({ act }: { act: NextActWire }) {
  const { t, say } = useLanguage()
  const waits = (act.warnings as readonly Because[]).filter(({ opens }) => opens !== undefined)
  return waits.map((one) => (
    <div key={one.norm}>
      {say(one.title) || one.norm}{' '}
      {(one.cites ?? []).map((cite) => (
        <CiteText key={cite.source + cite.at} cite={cite} />
      ))}{' '}
      {t('cases.opens')} <DayText day={one.opens ?? ''} />
    </div>
  ))
}

function Reasons({ act }: { act: NextActWire }) {
  const { t, say, colon, semicolon } = useLanguage()
  const because = act.because as readonly Because[]
  if (because.length === 0) return null
  return (
    <>
      {act.can === 'no' ? `${t('cases.forbidden')}${colon}` : `${t('cases.needs')}${colon}`}
      {because.map((one, at) => (
        <span key={one.norm}>
          {at > 0 && semicolon}
          {say(one.title) || one.norm}{' '}
          {(one.cites ?? []).map((cite) => (
            <CiteText key={cite.source + cite.at} cite={cite} />
          ))}
          {one.opens && (
            <>
              {t('cases.opens')} <DayText day={one.opens} />
            </>
          )}
        </span>
      ))}
    </>
  )
}
