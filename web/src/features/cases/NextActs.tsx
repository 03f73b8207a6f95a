import { Button } from 'antd'
import { useState } from 'react'
import type { Because } from '../../api/problem.ts'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { ActForm, type FilledAct } from './ActForm.tsx'
import type { NextActWire } from './case.api.ts'

/** What may come next: each act with its form, or with the article that forbids it. */
export function NextActs(props: {
  acts: readonly NextActWire[]
  today: string
  first?: string | undefined
  onAct: (type: string, act: FilledAct) => Promise<unknown>
}) {
  const { t } = useLanguage()
  const [chosen, choose] = useState(props.first)
  const mine = props.acts.filter(({ mayI }) => mayI)
  // The furthest act of the main line comes first: it moves the case on, the others mend what lies behind.
  const guarded = mine.filter(({ action }) => action !== null).toReversed()
  const plain = mine.filter(({ action }) => action === null)
  const others = props.acts.filter(({ mayI, action }) => !mayI && action !== null)
  const line = (act: NextActWire) => (
    <ActLine
      key={act.type}
      act={act}
      isOpen={chosen === act.type}
      today={props.today}
      onToggle={() => choose(chosen === act.type ? undefined : act.type)}
      onSubmit={async (filled) => {
        await props.onAct(act.type, filled)
        choose(undefined)
      }}
    />
  )
  return (
    <Panel title={t('cases.now')}>
      {mine.length === 0 && <Nothing text={t('cases.nothingNext')} />}
      {guarded.map(line)}
      {plain.length > 0 && (
        <details open={guarded.length === 0 || plain.some(({ type }) => type === chosen)}>
          <summary className="muted">{t('cases.more', { count: plain.length })}</summary>
          {plain.map(line)}
        </details>
      )}
      {others.length > 0 && (
        <>
          <h3>{t('cases.others')}</h3>
          {others.map(line)}
        </>
      )}
    </Panel>
  )
}

function ActLine(props: {
  act: NextActWire
  isOpen: boolean
  today: string
  onToggle: () => void
  onSubmit: (act: FilledAct) => Promise<unknown>
}) {
  const { t, say, named } = useLanguage()
  const { act } = props
  const isOff = act.can === 'no' || !act.mayI
  return (
    <>
      <div className="act">
        <Button
          type={act.can === 'yes' && act.mayI ? 'primary' : 'default'}
          disabled={isOff}
          onClick={props.onToggle}
        >
          {say(act.label)}
        </Button>
        <span className="reason">
          {!act.mayI && (
            <div>
              {t('cases.whoMay', { who: act.whoMay.map((role) => named('role', role)).join('、') })}
            </div>
          )}
          {act.can !== 'yes' && (
            <Reasons because={act.because as readonly Because[]} can={act.can} />
          )}
        </span>
      </div>
      {props.isOpen && !isOff && (
        <ActForm
          type={act.type}
          today={props.today}
          submitLabel={say(act.label)}
          onSubmit={props.onSubmit}
          onCancel={props.onToggle}
        />
      )}
    </>
  )
}

function Reasons({ because, can }: { because: readonly Because[]; can: string }) {
  const { t, say } = useLanguage()
  return (
    <>
      {because.length > 0 && (can === 'no' ? `${t('cases.forbidden')}：` : `${t('cases.needs')}：`)}
      {because.map((one) => (
        <span key={one.norm}>
          {say(one.title) || one.norm}{' '}
          {(one.cites ?? []).map((cite) => (
            <CiteText key={cite.source + cite.at} cite={cite} />
          ))}
          {one.opens && (
            <>
              {t('cases.opens')} <DayText day={one.opens} />{' '}
            </>
          )}
        </span>
      ))}
    </>
  )
}
