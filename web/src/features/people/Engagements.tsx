import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { EngagementsWire, EngagementWire } from '@yizhuan/server/wire/people/adviser'
import { useState } from 'react'
import { read, write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { unitsQuery } from '../../ui/useDepartments.ts'

const kinds = ['part_time', 'adviser', 'mentor', 'visiting'] as const
export const engagementTones = { coming: 'chip-open', current: 'chip-met', ended: '' } as const

/** What somebody from outside is engaged for; an engagement with an end stands in the calendar. */
export function Engagements({ person, mayChange }: { person: string; mayChange: boolean }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['engagements', person],
    queryFn: () => read<EngagementsWire>(`/people/${person}/engagements`),
  })
  const units = useQuery(unitsQuery).data?.items ?? []
  const [isNew, setNew] = useState(false)
  const [wrong, annul] = useState<EngagementWire>()
  const items = data?.items ?? []
  if (items.length === 0 && !mayChange) return null
  const path = `/people/${person}/engagements`
  return (
    <Panel
      title={t('advisers.engagements')}
      extra={
        mayChange && (
          <Button small onClick={() => setNew(true)}>
            {t('advisers.enter')}
          </Button>
        )
      }
    >
      {items.length === 0 && <p className="muted">{t('advisers.noEngagement')}</p>}
      <ul className="rows">
        {items.map((one) => (
          <li key={one.id}>
            <strong>{one.task}</strong>{' '}
            <span className="chip">{named('advisers.kinds', one.kind)}</span>{' '}
            <span className={`chip ${engagementTones[one.state]}`}>
              {named('advisers.states', one.state)}
            </span>
            <div className="muted">
              {[one.home, one.unit].filter(Boolean).join(' · ')}{' '}
              <DayText day={one.fromDay} isShort />
              {one.untilDay && (
                <>
                  {' '}
                  {t('people.until')} <DayText day={one.untilDay} isShort />
                </>
              )}{' '}
              {mayChange && (
                <Button small kind="quiet" onClick={() => annul(one)}>
                  {t('credentials.annul')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {isNew && (
        <SmallForm
          title={t('advisers.enter')}
          lead={t('advisers.enterLead')}
          asked={[
            {
              ...{ name: 'kind', label: t('advisers.kind'), as: 'choice', isRequired: true },
              choices: kinds.map((value) => ({ value, label: named('advisers.kinds', value) })),
            },
            { name: 'home', label: t('advisers.home'), as: 'line' },
            {
              ...{ name: 'unitId', label: t('advisers.unit'), as: 'choice' },
              choices: units.map(({ id, name }) => ({ value: id, label: name })),
            },
            { name: 'task', label: t('advisers.task'), as: 'text', isRequired: true },
            { name: 'fromDay', label: t('advisers.from'), as: 'day', isRequired: true },
            {
              ...{ name: 'untilDay', label: t('advisers.until'), as: 'day' },
              hint: t('advisers.untilHint'),
            },
          ]}
          act={t('advisers.enter')}
          onSend={(body) => write<unknown>('POST', path, body)}
          onDone={() => client.invalidateQueries()}
          onClose={() => setNew(false)}
        />
      )}
      {wrong && (
        <SmallForm
          title={`${t('credentials.annul')} · ${wrong.task}`}
          asked={[{ name: 'reason', label: t('people.reason'), as: 'text', isRequired: true }]}
          act={t('credentials.annul')}
          isDanger
          onSend={(body) => write<unknown>('POST', `${path}/${wrong.id}/annul`, body)}
          onDone={() => client.invalidateQueries()}
          onClose={() => annul(undefined)}
        />
      )}
    </Panel>
  )
}
