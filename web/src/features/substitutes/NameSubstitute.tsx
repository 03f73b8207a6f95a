import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { nameSubstitute, notLent, type StaffWire, staffQuery } from './substitutes.api.ts'

interface Me {
  readonly id: string
  readonly roles: readonly string[]
}

/** The form in which a substitute is named: for oneself, or by those who run the house for others. */
export function NameSubstitute({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useLanguage()
  const staff = useQuery(staffQuery)
  return (
    <Dialog title={t('substitutes.name')} onClose={onClose}>
      <Loaded query={staff}>
        {({ items }) => <Form me={me} staff={items} onClose={onClose} />}
      </Loaded>
    </Dialog>
  )
}

function Form({ me, staff, onClose }: { me: Me; staff: StaffWire['items']; onClose: () => void }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const mayNameOthers = ['admin', 'leaders'].some((role) => me.roles.includes(role))
  const [person, setPerson] = useState(me.id)
  const [substitute, setSubstitute] = useState('')
  const [left, leaveOut] = useState<readonly string[]>([])
  const [scope, setScope] = useState<'all' | 'own'>('own')
  const [from, setFrom] = useState<string>(dayInChina(new Date()))
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const held = staff.find((one) => one.person === person)?.roles ?? me.roles
  const lendable = held.filter((role) => !notLent.includes(role))
  const roles = lendable.filter((role) => !left.includes(role))
  const send = useMutation({
    mutationFn: () =>
      nameSubstitute({ person, substitute, roles, scope, from, until, reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      onClose()
    },
  })
  const isWhole = substitute && roles.length > 0 && from && until && reason.trim()
  const choices = (list: StaffWire['items']) =>
    list.map((one) => ({ value: one.person, label: one.name }))
  return (
    <>
      {mayNameOthers && (
        <ChoiceField
          label={t('substitutes.person')}
          name="person"
          value={person}
          choices={choices(staff)}
          isFolded
          isRequired
          onChange={setPerson}
        />
      )}
      <ChoiceField
        label={t('substitutes.substitute')}
        name="substitute"
        value={substitute}
        choices={choices(staff.filter((one) => one.canBeOfficer && one.person !== person))}
        isFolded
        isRequired
        onChange={setSubstitute}
      />
      <fieldset className="field">
        <legend>{t('substitutes.roles')}</legend>
        {lendable.length === 0 && <div className="wrong">{t('substitutes.noRole')}</div>}
        {lendable.map((role) => (
          <label key={role} className="check">
            <input
              type="checkbox"
              checked={!left.includes(role)}
              onChange={({ target }) =>
                leaveOut(target.checked ? left.filter((one) => one !== role) : [...left, role])
              }
            />
            {named('role', role)}
          </label>
        ))}
      </fieldset>
      <ChoiceField
        label={t('substitutes.scope')}
        name="scope"
        value={scope}
        choices={(['own', 'all'] as const).map((value) => ({
          value,
          label: named('substitutes.scopes', value),
        }))}
        isRequired
        onChange={(value) => setScope(value as 'all' | 'own')}
      />
      <DayField
        label={t('substitutes.from')}
        name="from"
        value={from}
        isRequired
        onChange={setFrom}
      />
      <DayField
        label={t('substitutes.until')}
        name="until"
        value={until}
        min={from}
        isRequired
        onChange={setUntil}
      />
      <LongTextField
        label={t('substitutes.reason')}
        name="reason"
        rows={2}
        maxLength={500}
        value={reason}
        isRequired
        onChange={setReason}
      />
      <p className="hint">{t('substitutes.separate')}</p>
      <ProblemAlert error={send.error} />
      <div className="actions">
        <Button
          kind="primary"
          busy={send.isPending}
          disabled={!isWhole}
          onClick={() => send.mutate()}
        >
          {t('substitutes.name')}
        </Button>
        <Button onClick={onClose}>{t('general.cancel')}</Button>
      </div>
    </>
  )
}
