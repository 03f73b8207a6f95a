import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OfficersWire, StaffWire } from '@yizhuan/server/wire/cases/officers/officer'
import { useState } from 'react'
import { read, write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Delegated } from './Delegated.tsx'
import { staffQuery } from './Whose.tsx'

/** Who answers for a case, who helps, and since when. */
export function Officers({ id }: { id: string }) {
  const { t, named, lang } = useLanguage()
  const query = useQuery({
    queryKey: ['case', id, 'officers'],
    queryFn: () => read<OfficersWire>(`/cases/${id}/officers`),
  })
  const [isOpen, open] = useState(false)
  const [isUnfolded, unfold] = useState(false)
  const items = query.data?.items ?? []
  return (
    <Panel
      title={t('officers.title')}
      className="no-print"
      extra={
        query.data?.mayName && (
          <Button small onClick={() => open(true)}>
            {t('officers.change')}
          </Button>
        )
      }
    >
      <ul className="rows">
        {items.map((one) => (
          <li key={one.person}>
            <span className="chip">{named('officers.part', one.part)}</span>{' '}
            <strong>{one.name}</strong>{' '}
            <span className="muted">
              {lang === 'zh' ? (
                <>
                  <DayText day={one.since} /> {t('officers.since')}
                </>
              ) : (
                <>
                  {t('officers.since')} <DayText day={one.since} />
                </>
              )}
            </span>{' '}
            {one.isGone && <span className="lacking">{t('officers.gone')}</span>}
          </li>
        ))}
        {query.data && items.length === 0 && <li className="muted">{t('officers.none')}</li>}
      </ul>
      <Delegated id={id} />
      <details onToggle={({ currentTarget }) => unfold(currentTarget.open)}>
        <summary className="muted">{t('officers.history')}</summary>
        {isUnfolded && <History path={`/cases/${id}/officers/history`} group="officers" />}
      </details>
      {isOpen && <NameOfficers id={id} now={items} onClose={() => open(false)} />}
    </Panel>
  )
}

function NameOfficers(props: { id: string; now: OfficersWire['items']; onClose: () => void }) {
  const { t } = useLanguage()
  const staff = useQuery(staffQuery)
  return (
    <Dialog title={t('officers.change')} onClose={props.onClose}>
      <Loaded query={staff}>{({ items }) => <Form {...props} staff={items} />}</Loaded>
    </Dialog>
  )
}

function Form(props: Parameters<typeof NameOfficers>[0] & { staff: StaffWire['items'] }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { id, now, staff } = props
  const [lead, setLead] = useState(now.find(({ part }) => part === 'lead')?.person ?? '')
  const [support, setSupport] = useState<readonly string[]>(
    now.filter(({ part }) => part === 'support').map(({ person }) => person),
  )
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () =>
      write('POST', `/cases/${id}/officers`, {
        lead,
        support: support.filter((person) => person !== lead),
        reason: reason.trim(),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      props.onClose()
    },
  })
  const known = new Set(now.map(({ person }) => person))
  const able = staff.filter(({ canBeOfficer, person }) => canBeOfficer || known.has(person))
  const turn = (person: string, helps: boolean) =>
    setSupport(helps ? [...support, person] : support.filter((one) => one !== person))
  return (
    <>
      <ChoiceField
        label={t('officers.part.lead')}
        name="lead"
        value={lead}
        choices={able.map(({ person, name }) => ({ value: person, label: name }))}
        isFolded
        isRequired
        onChange={setLead}
      />
      <fieldset className="field">
        <legend>{t('officers.part.support')}</legend>
        <div className="choices">
          {able
            .filter(({ person }) => person !== lead)
            .map(({ person, name }) => (
              <label key={person} className="check">
                <input
                  type="checkbox"
                  checked={support.includes(person)}
                  onChange={({ target }) => turn(person, target.checked)}
                />
                {name}
              </label>
            ))}
        </div>
      </fieldset>
      <LongTextField
        label={t('officers.reason')}
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
          disabled={lead === '' || reason.trim() === ''}
          onClick={() => send.mutate()}
        >
          {t('officers.save')}
        </Button>
        <Button onClick={props.onClose}>{t('general.cancel')}</Button>
      </div>
    </>
  )
}
