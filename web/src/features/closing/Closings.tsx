import { useMutation, useQuery } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Amount } from '../../ui/amounts.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { Acts } from './Acts.tsx'
import { Checks } from './Checks.tsx'
import {
  type ClosingMay,
  type ClosingsWire,
  closingsQuery,
  confirm,
  look,
  propose,
  useRereadClosings,
  withdraw,
} from './closing.api.ts'

/** The months of the books: what closing one would look at, who closes it, and what was closed. */
export function Closings({ may }: { may: ClosingMay }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const query = useQuery(closingsQuery(params.get('month')))
  return (
    <>
      <PageHeader title={t('closing.title')} note={t('closing.lead')}>
        <LinkButton href="/trial-balance">{t('journal.balance')}</LinkButton>
      </PageHeader>
      <Loaded query={query}>
        {(closings) => (
          <>
            <Callout
              tone={closings.closedThrough === null ? 'due' : 'good'}
              title={
                closings.closedThrough === null
                  ? t('closing.nothingYet')
                  : t('closing.through', { month: closings.closedThrough })
              }
            />
            <NextMonth of={closings} may={may} onMonth={(month) => params.set({ month })} />
            <Acts items={closings.items} may={may} />
          </>
        )}
      </Loaded>
    </>
  )
}

function NextMonth(props: { of: ClosingsWire; may: ClosingMay; onMonth: (month: string) => void }) {
  const { t } = useLanguage()
  const { of, may } = props
  const { month, proposal } = of
  return (
    <Panel title={t('closing.next')}>
      <div className="filters">
        <label className="filter-day">
          <span className="muted">{t('closing.month')}</span>
          <input
            className="input"
            type="month"
            value={month}
            max={of.today.slice(0, 7)}
            disabled={proposal !== null}
            onChange={({ target }) => target.value !== '' && props.onMonth(target.value)}
          />
        </label>
      </div>
      {of.mayClose ? (
        <>
          <p className="muted">{t('closing.covers', { count: of.entries, day: of.dueOn })}</p>
          <Checks items={of.checks} />
          <Looked of={of} may={may} />
          {of.heldFen !== '0' && (
            <p className="muted">
              {t('closing.held')} <Amount minor={of.heldFen} currency="CNY" />
            </p>
          )}
          {proposal ? <Waiting of={of} may={may} /> : may.propose && <Propose of={of} />}
        </>
      ) : (
        <p className="muted">
          {of.closedThrough !== null && month <= of.closedThrough
            ? t('closing.isClosed')
            : t('closing.notOver')}
        </p>
      )}
    </Panel>
  )
}

/** When the books were last compared with the records; finance may have it done again. */
function Looked({ of, may }: { of: ClosingsWire; may: ClosingMay }) {
  const { t } = useLanguage()
  const reread = useRereadClosings()
  const looking = useMutation({ mutationFn: look, onSuccess: reread })
  if (of.lookedAt === null) return null
  return (
    <>
      <div className="actions">
        <span className="muted">{t('closing.lookedAt', { at: timeInChina(of.lookedAt) })}</span>
        {may.propose && (
          <Button kind="quiet" small busy={looking.isPending} onClick={() => looking.mutate()}>
            {t('closing.lookAgain')}
          </Button>
        )}
      </div>
      <ProblemAlert error={looking.error} />
    </>
  )
}

/** Finance proposes; where something was left, it says why. */
function Propose({ of }: { of: ClosingsWire }) {
  const { t } = useLanguage()
  const reread = useRereadClosings()
  const [isOpen, open] = useState(false)
  const isBad = of.checks.some(({ state }) => state === 'bad')
  const isLook = of.checks.some(({ state }) => state === 'look')
  return (
    <>
      <div className="actions spaced">
        <Button kind="primary" disabled={isBad} onClick={() => open(true)}>
          {t('closing.propose')}
        </Button>
      </div>
      {isBad && <p className="wrong">{t('closing.isBad')}</p>}
      {isOpen && (
        <SmallForm
          title={t('closing.proposeOf', { month: of.month })}
          lead={t('closing.proposeLead')}
          asked={[
            {
              ...{ name: 'remark', label: t('closing.remark'), as: 'text', isRequired: isLook },
              ...(isLook && { hint: t('closing.remarkHint') }),
            },
          ]}
          act={t('closing.propose')}
          onSend={({ remark }) =>
            propose({ month: of.month, remark: remark === null ? null : `${remark}` })
          }
          onDone={reread}
          onClose={() => open(false)}
        />
      )}
    </>
  )
}

/** A proposal waits for somebody else. */
function Waiting({ of: { proposal, checks }, may }: { of: ClosingsWire; may: ClosingMay }) {
  const { t } = useLanguage()
  const reread = useRereadClosings()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  if (!proposal) return null
  const send = async (act: () => Promise<unknown>) => {
    setBusy(true)
    setError(undefined)
    try {
      await act()
      await reread()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  const mayConfirm = may.confirm && !proposal.isMine
  return (
    <Callout
      tone="due"
      title={t('closing.waits', { name: proposal.madeName, month: proposal.month })}
    >
      {proposal.remark && <p>{proposal.remark}</p>}
      {proposal.isMine && <p>{t('closing.byAnother')}</p>}
      <ProblemAlert error={error} />
      <div className="actions spaced">
        {mayConfirm && (
          <Button
            kind="primary"
            busy={isBusy}
            disabled={checks.some(({ state }) => state === 'bad')}
            onClick={() => void send(confirm)}
          >
            {t('closing.confirm')}
          </Button>
        )}
        {may.propose && (
          <Button busy={isBusy} onClick={() => void send(withdraw)}>
            {t('closing.withdraw')}
          </Button>
        )}
      </div>
    </Callout>
  )
}
