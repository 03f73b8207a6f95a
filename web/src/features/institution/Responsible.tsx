import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { NewStanding } from './NewStanding.tsx'
import { responsibilities, standingsQuery } from './standing.api.ts'

type Responsibility = (typeof responsibilities)[number]

/** Which unit answers for the operation and protection of IP and for achievements, and since when. */
export function Responsible({ mayChange }: { mayChange: boolean }) {
  const { t, named } = useLanguage()
  const query = useQuery(standingsQuery)
  const [about, name] = useState<Responsibility>()
  return (
    <Panel
      title={t('standings.responsible')}
      extra={<CiteText cite={{ source: 'sh-draft-2024', at: 'a5.p1' }} />}
    >
      <p className="hint">{t('standings.responsibleHint')}</p>
      <Loaded query={query}>
        {({ items }) => (
          <ul className="rows">
            {responsibilities.map((aspect) => {
              const now = items.find((one) => one.aspect === aspect && one.to === null)
              return (
                <li key={aspect}>
                  <span className="muted">{named('standings.aspects', aspect)}</span>{' '}
                  {now?.value ? (
                    <>
                      <strong>{now.value}</strong>{' '}
                      <span className="muted">
                        {t('standings.since')} <DayText day={now.from} isShort />
                      </span>
                    </>
                  ) : (
                    <span className="chip chip-due">{t('standings.notNamed')}</span>
                  )}{' '}
                  {mayChange && (
                    <Button small kind="quiet" onClick={() => name(aspect)}>
                      {t(now?.value ? 'standings.nameAnother' : 'standings.nameUnit')}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
      {about && <NewStanding about={about} onClose={() => name(undefined)} />}
    </Panel>
  )
}
