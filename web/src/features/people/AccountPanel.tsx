import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { GrantForm, InviteForm, RevokeForm, SwitchForm } from './AccountForms.tsx'
import type { Viewer } from './PersonPage.tsx'
import {
  type AccountWire,
  accountQuery,
  type GrantWire,
  type InvitationWire,
  inviteAgain,
  type PersonWire,
} from './people.api.ts'

/** The account of a person: state, roles with their days, and who granted them. */
export function AccountPanel({ person, me }: { person: PersonWire; me: Viewer }) {
  const { t } = useLanguage()
  const query = useQuery(accountQuery(person.id))
  const [link, setLink] = useState<InvitationWire>()
  const [isOpen, setOpen] = useState(false)
  const isAdmin = me.roles.includes('admin')
  return (
    <Panel title={t('people.account')}>
      {link && <InvitationLink link={link} name={person.name} />}
      <Loaded query={query}>
        {({ items: [account] }) =>
          account ? (
            <Account account={account} person={person} isAdmin={isAdmin} onLink={setLink} />
          ) : (
            <>
              <p className="muted">{t('people.noAccount')}</p>
              {isAdmin && !person.leftOn && (
                <Button onClick={() => setOpen(true)}>{t('people.invite')}</Button>
              )}
            </>
          )
        }
      </Loaded>
      {isOpen && (
        <InviteForm person={person} onClose={() => setOpen(false)} onLink={setLink} me={me} />
      )}
    </Panel>
  )
}

/** The link is shown once: whoever has it chooses the password. */
function InvitationLink({ link, name }: { link: InvitationWire; name: string }) {
  const { t } = useLanguage()
  const [isCopied, setCopied] = useState(false)
  const whole = `${location.origin}${link.path}`
  const copy = async () => {
    await navigator.clipboard?.writeText(whole)
    setCopied(true)
  }
  return (
    <Callout tone="good" title={t('people.linkReady', { name })}>
      <p className="hash">{whole}</p>
      <div className="actions">
        <Button small onClick={() => void copy()}>
          {isCopied ? t('people.copied') : t('people.copy')}
        </Button>
      </div>
      <p className="muted">
        {t('people.linkHint')} <DayText day={dayInChina(link.until)} />
      </p>
    </Callout>
  )
}

const tones = { active: 'chip-met', invited: 'chip-due', expired: 'chip-breached', disabled: '' }

function Account(props: {
  account: AccountWire
  person: PersonWire
  isAdmin: boolean
  onLink: (link: InvitationWire) => void
}) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const { account, isAdmin } = props
  const [open, setOpen] = useState<'grant' | 'switch'>()
  const [revoking, revoke] = useState<GrantWire>()
  const again = useMutation({
    mutationFn: () => inviteAgain(account.id),
    onSuccess: async (link) => {
      props.onLink(link)
      await client.invalidateQueries({ queryKey: ['account'] })
    },
  })
  const isDisabled = account.state === 'disabled'
  return (
    <>
      <p>
        <strong>{account.login}</strong>{' '}
        <span className={`chip ${tones[account.state]}`}>
          {named('people.accountStates', account.state)}
        </span>{' '}
        <span className="muted">
          {account.lastSignIn
            ? t('people.lastSignIn', { day: dayInChina(account.lastSignIn) })
            : t('people.neverSignedIn')}
        </span>
      </p>
      <ProblemAlert error={again.error} />
      <h3>{t('people.roles')}</h3>
      {account.grants.length === 0 && <p className="muted">{t('people.noRoles')}</p>}
      <ul className="rows">
        {account.grants.map((grant) => (
          <li key={grant.id}>
            <Grant grant={grant}>
              {isAdmin && grant.standing !== 'ended' && (
                <Button small kind="quiet" onClick={() => revoke(grant)}>
                  {t('people.revoke')}
                </Button>
              )}
            </Grant>
          </li>
        ))}
      </ul>
      {isAdmin && (
        <div className="actions">
          {!isDisabled && (
            <Button small onClick={() => setOpen('grant')}>
              {t('people.grant')}
            </Button>
          )}
          {!isDisabled && (
            <Button small busy={again.isPending} onClick={() => again.mutate()}>
              {account.state === 'active' ? t('people.resetPassword') : t('people.inviteAgain')}
            </Button>
          )}
          <Button small kind={isDisabled ? 'plain' : 'danger'} onClick={() => setOpen('switch')}>
            {isDisabled ? t('people.enable') : t('people.disable')}
          </Button>
        </div>
      )}
      {open === 'grant' && <GrantForm account={account} onClose={() => setOpen(undefined)} />}
      {open === 'switch' && <SwitchForm account={account} onClose={() => setOpen(undefined)} />}
      {revoking && (
        <RevokeForm account={account} grant={revoking} onClose={() => revoke(undefined)} />
      )}
    </>
  )
}

function Grant({ grant, children }: { grant: GrantWire; children: React.ReactNode }) {
  const { t, named } = useLanguage()
  const { role, from, to, grantedBy, grantedOn, isOwn, reason, revokedBy, standing } = grant
  return (
    <div className={standing === 'ended' ? 'muted' : ''}>
      <strong>{named('role', role)}</strong>{' '}
      {standing !== 'held' && <span className="chip">{named('people.grantStates', standing)}</span>}{' '}
      {isOwn && <span className="chip chip-breached">{t('people.ownGrant')}</span>} {children}
      <div className="muted">
        <DayText day={from} isShort /> {t('people.until')}{' '}
        {to ? <DayText day={to} isShort /> : t('people.noEnd')} ·{' '}
        {t('people.grantedBy', { name: grantedBy, day: grantedOn })}
        {revokedBy && ` · ${t('people.revokedBy', { name: revokedBy })}`}
        {reason && ` · ${reason}`}
      </div>
    </div>
  )
}
