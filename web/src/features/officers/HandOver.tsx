import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { MovingCases } from './MovingCases.tsx'
import { foreseeHandover, handOver, type StaffWire, staffQuery } from './officers.api.ts'

/** Gives a person's cases to somebody else: who, to whom, what moves, why. */
export function HandOver({ me }: { me: Me }) {
  const { t } = useLanguage()
  const staff = useQuery(staffQuery)
  return (
    <>
      <PageHeader title={t('handover.title')} note={t('handover.note')} />
      <Loaded query={staff}>{(known) => <Form staff={known} me={me} />}</Loaded>
      <Panel title={t('handover.past')}>
        <History path="/handovers" group="officers" empty={t('handover.nonePast')} />
      </Panel>
    </>
  )
}

interface Me {
  readonly id: string
  readonly roles: readonly string[]
}

type Person = StaffWire['items'][number]

/** Who assigns work says it of anybody's cases; everybody else gives their own. */
const assigners = ['leaders', 'admin']

function Form({ staff, me }: { staff: StaffWire; me: Me }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const assigns = assigners.some((role) => me.roles.includes(role))
  const from = assigns ? (params.get('from') ?? '') : me.id
  const to = params.get('to') ?? ''
  const carries = ({ lead, support }: Person) => lead + support > 0
  const givers = staff.items.filter((one) => carries(one) && (assigns || one.person === me.id))
  const takers = staff.items.filter(
    ({ canBeOfficer, person }) => canBeOfficer && person !== from && person !== me.id,
  )
  const counted = (one: Person) => ({
    value: one.person,
    label: t('handover.carries', { name: one.name, lead: one.lead, support: one.support }),
  })
  return (
    <Panel>
      {givers.length === 0 && (
        <Nothing text={t(assigns ? 'handover.nobody' : 'handover.noneYours')} />
      )}
      <div className="two">
        <ChoiceField
          label={t('handover.from')}
          name="from"
          value={from}
          choices={givers.map(counted)}
          isFolded
          isRequired
          onChange={(person) => params.set({ from: person, to: person === to ? '' : to })}
        />
        <ChoiceField
          label={t('handover.to')}
          name="to"
          value={to}
          choices={takers.map(counted)}
          isFolded
          isRequired
          onChange={(person) => params.set({ to: person })}
        />
      </div>
      {from && to && <Moves key={`${from}${to}`} from={from} to={to} />}
    </Panel>
  )
}

function Moves({ from, to }: { from: string; to: string }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const plan = useQuery({
    queryKey: ['handover', from, to],
    queryFn: () => foreseeHandover({ from, to }),
  })
  const [left, leaveOut] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: (cases: string[]) => handOver({ from, to, cases, reason: reason.trim() }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => isAbout(queryKey) }),
  })
  if (send.isSuccess) {
    return (
      <Callout tone="good" title={t('handover.done', { count: send.data.moved })}>
        <div>{t('handover.told')}</div>
      </Callout>
    )
  }
  return (
    <Loaded query={plan}>
      {({ items }) => {
        const chosen = items.filter(({ id }) => !left.has(id)).map(({ id }) => id)
        return (
          <>
            <MovingCases items={items} left={left} onLeave={leaveOut} />
            <LongTextField
              label={t('handover.reason')}
              hint={t('handover.reasonHint')}
              name="reason"
              rows={2}
              maxLength={500}
              value={reason}
              isRequired
              onChange={setReason}
            />
            <ProblemAlert error={send.error} />
            <div className="actions">
              <Button
                kind="primary"
                busy={send.isPending}
                disabled={chosen.length === 0 || reason.trim() === ''}
                onClick={() => send.mutate(chosen)}
              >
                {t('handover.send', { count: chosen.length })}
              </Button>
            </div>
          </>
        )
      }}
    </Loaded>
  )
}

const isAbout = ([first]: readonly unknown[]) =>
  ['officers', 'cases', 'case', 'workbench', 'notifications', '/handovers'].includes(String(first))
