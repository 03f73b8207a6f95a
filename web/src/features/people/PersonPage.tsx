import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { AccountPanel } from './AccountPanel.tsx'
import { Credentials } from './Credentials.tsx'
import { Engagements } from './Engagements.tsx'
import { Openings } from './Openings.tsx'
import { LeadingChip } from './PeopleList.tsx'
import { PersonForm } from './PersonForm.tsx'
import { Posts } from './Posts.tsx'
import { type PersonWire, personQuery } from './people.api.ts'
import { Sealed } from './Sealed.tsx'
import { useOccupations } from './useOccupations.ts'

/** Who reads the achievements of others; the server decides it again. */
const workReaders = ['admin', 'tto_negotiator', 'tto_reviewer']

/** Who reads what others got of transfers; the server decides it again. */
const rewardReaders = ['finance', 'auditor']

/** Who looks, as far as this page has to know. */
export interface Viewer {
  readonly id: string
  readonly roles: readonly string[]
}

/** One person: posts, how to reach them, the account, and who changed what. */
export function PersonPage({ id, me }: { id: string; me: Viewer }) {
  const query = useQuery(personQuery(id))
  return <Loaded query={query}>{(one) => <Whole one={one} me={me} />}</Loaded>
}

function Whole({ one, me }: { one: PersonWire; me: Viewer }) {
  const { t, say } = useLanguage()
  const lines = new Map(useOccupations())
  const [isOpen, setOpen] = useState(false)
  const isAdmin = me.roles.includes('admin')
  const isOffice = isAdmin || me.roles.includes('finance')
  const isMine = me.id === one.id
  const mayAudit = ['admin', 'auditor', 'discipline'].some((role) => me.roles.includes(role))
  return (
    <>
      <PageHeader
        title={one.name}
        note={
          <>
            {[
              one.unit?.name,
              one.professionalTitle,
              one.occupation && say(lines.get(one.occupation)),
              one.staffNumber && `${t('people.staffNumber')} ${one.staffNumber}`,
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            <LeadingChip {...one} />
            {one.leftOn && (
              <span className="chip">
                {t('people.leftOn')} <DayText day={one.leftOn} isShort />
              </span>
            )}
          </>
        }
      >
        {me.roles.some((role) => workReaders.includes(role)) && (
          <LinkButton href={`/works/${one.id}`}>{t('people.works')}</LinkButton>
        )}
        {me.roles.some((role) => rewardReaders.includes(role)) && (
          <LinkButton href={`/people/${one.id}/rewards`}>{t('rewards.ofPerson')}</LinkButton>
        )}
        {(isOffice || isMine) && <Button onClick={() => setOpen(true)}>{t('people.amend')}</Button>}
      </PageHeader>
      <div className="two">
        <div>
          <Posts one={one} mayChange={isAdmin} />
          <Credentials person={one.id} mayChange={isAdmin || me.roles.includes('tto_reviewer')} />
          <Engagements person={one.id} mayChange={isAdmin || me.roles.includes('tto_reviewer')} />
          {one.mayRead && (
            <Panel title={t('people.contact')}>
              <Facts>
                <Fact label={t('people.phone')}>{one.phone}</Fact>
                <Fact label={t('people.email')}>{one.email}</Fact>
              </Facts>
              <Sealed one={one} mayReveal={me.roles.includes('finance')} />
            </Panel>
          )}
        </div>
        <div>
          {isMine && <Openings path="/people/me/openings" />}
          {(mayAudit || isMine) && <AccountPanel person={one} me={me} />}
          {mayAudit && (
            <Panel title={t('people.history')}>
              <History
                path={`/people/${one.id}/history`}
                group="people"
                restores={me.roles.includes('admin') && { kind: 'person', id: one.id }}
              />
            </Panel>
          )}
        </div>
      </div>
      {isOpen && (
        <PersonForm
          before={one}
          isMine={!isOffice}
          onClose={() => setOpen(false)}
          onDone={() => undefined}
        />
      )}
    </>
  )
}
