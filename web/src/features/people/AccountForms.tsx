import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { Viewer } from './PersonPage.tsx'
import {
  type AccountWire,
  type GrantWire,
  grantRole,
  type InvitationWire,
  invite,
  type PersonWire,
  revokeRole,
  roles,
  switchAccount,
} from './people.api.ts'

type Wrong = ReturnType<typeof fieldErrors>

/** A window that sends one thing, says what is wrong beside its fields, and closes when it is done. */
function SendForm(props: {
  title: string
  submit: string
  isDanger?: boolean
  fields: readonly string[]
  send: () => Promise<unknown>
  onClose: () => void
  children: (wrong: Wrong) => ReactNode
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: props.send,
    onSuccess: async () => {
      props.onClose()
      await client.invalidateQueries()
    },
  })
  const wrong = fieldErrors(send.error, props.fields)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={send.error} shown={wrong.shown} />
        {props.children(wrong)}
        <div className="actions">
          <Button type="submit" kind={props.isDanger ? 'danger' : 'primary'} busy={send.isPending}>
            {props.submit}
          </Button>
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Invites a person to an account, with the roles that go with it. */
export function InviteForm(props: {
  person: PersonWire
  me: Viewer
  onClose: () => void
  onLink: (link: InvitationWire) => void
}) {
  const { t, named } = useLanguage()
  const { person, me } = props
  const [login, setLogin] = useState(person.staffNumber ?? '')
  const [chosen, choose] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const toggle = (role: string) =>
    choose(chosen.includes(role) ? chosen.filter((one) => one !== role) : [...chosen, role])
  return (
    <SendForm
      title={t('people.invite')}
      submit={t('people.makeLink')}
      fields={['login', 'roles', 'reason', 'from']}
      onClose={props.onClose}
      send={async () =>
        props.onLink(
          await invite(person.id, {
            login: login.trim(),
            roles: chosen.map((role) => ({ role: role as (typeof roles)[number] })),
            reason: reason.trim() || null,
          }),
        )
      }
    >
      {(wrong) => (
        <>
          <TextField
            label={t('people.login')}
            hint={t('people.loginHint')}
            value={login}
            onChange={setLogin}
            error={wrong.at('login')}
            isRequired
            isFirst
          />
          <fieldset>
            <legend>{t('people.roles')}</legend>
            <div className="role-choices">
              {roles.map((role) => (
                <label key={role} className="check">
                  <input
                    type="checkbox"
                    checked={chosen.includes(role)}
                    onChange={() => toggle(role)}
                  />
                  {named('role', role)}
                </label>
              ))}
            </div>
            {wrong.at('roles') && <div className="wrong">{wrong.at('roles')}</div>}
          </fieldset>
          {person.id === me.id && (
            <TextField
              label={t('people.ownReason')}
              value={reason}
              onChange={setReason}
              error={wrong.at('reason')}
            />
          )}
          <p className="muted">{t('people.inviteHint')}</p>
        </>
      )}
    </SendForm>
  )
}

/** Grants one more role, for a time or without an end. */
export function GrantForm({ account, onClose }: { account: AccountWire; onClose: () => void }) {
  const { t, named } = useLanguage()
  const [role, setRole] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  return (
    <SendForm
      title={t('people.grant')}
      submit={t('people.grant')}
      fields={['role', 'from', 'to', 'reason']}
      onClose={onClose}
      send={() =>
        grantRole(account.id, {
          role: role as (typeof roles)[number],
          ...(from && { from }),
          to: to || null,
          reason: reason.trim() || null,
        })
      }
    >
      {(wrong) => (
        <>
          <ChoiceField
            label={t('people.role')}
            value={role}
            onChange={setRole}
            choices={roles.map((value) => ({ value, label: named('role', value) }))}
            error={wrong.at('role')}
            isFolded
            isRequired
          />
          <DayField
            label={t('people.grantFrom')}
            hint={t('people.grantFromHint')}
            value={from}
            onChange={setFrom}
            error={wrong.at('from')}
          />
          <DayField
            label={t('people.grantTo')}
            hint={t('people.grantToHint')}
            value={to}
            onChange={setTo}
            error={wrong.at('to')}
          />
          <TextField
            label={t('people.reason')}
            hint={t('general.optional')}
            value={reason}
            onChange={setReason}
            error={wrong.at('reason')}
          />
        </>
      )}
    </SendForm>
  )
}

/** Ends a role, today or on a later day. */
export function RevokeForm(props: { account: AccountWire; grant: GrantWire; onClose: () => void }) {
  const { t, named, colon } = useLanguage()
  const { account, grant, onClose } = props
  const [on, setOn] = useState('')
  const [reason, setReason] = useState('')
  return (
    <SendForm
      title={`${t('people.revoke')}${colon}${named('role', grant.role)}`}
      submit={t('people.revoke')}
      isDanger
      fields={['on', 'from', 'reason']}
      onClose={onClose}
      send={() => revokeRole(account.id, grant.id, { ...(on && { on }), reason: reason.trim() })}
    >
      {(wrong) => (
        <>
          <DayField
            label={t('people.revokeOn')}
            hint={t('people.revokeOnHint')}
            value={on}
            onChange={setOn}
            error={wrong.at('on') ?? wrong.at('from')}
          />
          <TextField
            label={t('people.reason')}
            value={reason}
            onChange={setReason}
            error={wrong.at('reason')}
            isRequired
          />
        </>
      )}
    </SendForm>
  )
}

/** Disables an account, or lets it be used again. */
export function SwitchForm({ account, onClose }: { account: AccountWire; onClose: () => void }) {
  const { t, colon } = useLanguage()
  const [reason, setReason] = useState('')
  const isDisabled = account.state === 'disabled'
  const title = isDisabled ? t('people.enable') : t('people.disable')
  return (
    <SendForm
      title={`${title}${colon}${account.name}`}
      submit={title}
      isDanger={!isDisabled}
      fields={['reason']}
      onClose={onClose}
      send={() => switchAccount(account.id, isDisabled ? 'enable' : 'disable', reason.trim())}
    >
      {(wrong) => (
        <>
          {!isDisabled && <p>{t('people.disableHint')}</p>}
          <TextField
            label={t('people.reason')}
            value={reason}
            onChange={setReason}
            error={wrong.at('reason')}
            isRequired
            isFirst
          />
        </>
      )}
    </SendForm>
  )
}
