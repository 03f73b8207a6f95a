import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Parts } from './Parts.tsx'
import { StockLines } from './StockLines.tsx'
import {
  type CampaignWire,
  campaignQuery,
  closeCampaign,
  useRereadCampaign,
} from './stocktaking.api.ts'

/** One campaign: how far it is, who has not answered, what becomes of each line. */
export function CampaignPage({ id, mayTake }: { id: string; mayTake: boolean }) {
  const { t, named } = useLanguage()
  const query = useQuery(campaignQuery(id))
  const [isClosing, close] = useState(false)
  return (
    <Loaded query={query}>
      {(one) => {
        const mayChange = mayTake && one.state === 'open'
        return (
          <>
            <PageHeader
              title={one.name}
              note={
                <>
                  {t('stock.takenBy', { name: one.leadName, day: one.takenOn })}{' '}
                  <span className={`chip ${one.state === 'open' ? 'chip-open' : 'chip-done'}`}>
                    {named('stock.states', one.state)}
                  </span>
                </>
              }
            >
              <ExportMenu path="/stocktaking-lines" filter={{ stocktaking: id }} />
              {mayChange && (
                <Button kind="primary" onClick={() => close(true)}>
                  {t('stock.close')}
                </Button>
              )}
            </PageHeader>
            <div className="two wide-left">
              <Panel title={t('stock.progress')}>
                <Progress one={one} />
              </Panel>
              <Panel title={t('stock.about')}>
                <About one={one} />
              </Panel>
            </div>
            <StockLines campaign={one} mayChange={mayChange} mayFollow={mayTake} />
            <Parts campaign={one} mayChange={mayChange} />
            <Panel title={t('history.title')}>
              <History path={`/stocktakings/${id}/history`} group="stock" />
            </Panel>
            {isClosing && <Close campaign={one} onClose={() => close(false)} />}
          </>
        )
      }}
    </Loaded>
  )
}

function About({ one }: { one: CampaignWire }) {
  const { t, named } = useLanguage()
  const { register, department, idleYears } = one.scope
  const scope = [
    named('stock.registers', register),
    idleYears !== undefined && t('stock.countedFor', { count: idleYears }),
    department,
  ]
  return (
    <Facts>
      <Fact label={t('stock.fields.scope')}>{scope.filter(Boolean).join(' · ')}</Fact>
      <Fact label={t('stock.fields.dueOn')}>
        <DayText day={one.dueOn} />
      </Fact>
      <Fact label={t('stock.case')}>
        <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a>
        <div>
          <small className="muted">{t('stock.caseHint')}</small>
        </div>
      </Fact>
      <Fact label={t('stock.fields.closedOn')}>
        {one.closedOn && <DayText day={one.closedOn} />}
      </Fact>
      <Fact label={t('stock.outcomes')}>
        {one.outcomes.length > 0 && (
          <span className="chips">
            {one.outcomes.map(({ outcome, lines }) => (
              <span key={outcome} className="chip">
                {named('stock.outcome', outcome)} {lines}
              </span>
            ))}
          </span>
        )}
      </Fact>
    </Facts>
  )
}

function Progress({ one }: { one: CampaignWire }) {
  const { t } = useLanguage()
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('stock.department')}</th>
          <th>{t('stock.answered')}</th>
          <th>{t('stock.disposed')}</th>
        </tr>
      </thead>
      <tbody>
        {one.progress.map(({ department, lines, answered, disposed }) => (
          <tr key={department ?? ''}>
            <td>{department ?? t('stock.noDepartment')}</td>
            <td className="nowrap" data-label={t('stock.answered')}>
              <progress value={answered} max={lines} /> {answered} / {lines}
            </td>
            <td className="nowrap" data-label={t('stock.disposed')}>
              <progress value={disposed} max={lines} /> {disposed} / {lines}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('stock.total', { count: one.lines })}</td>
          <td className="nowrap" data-label={t('stock.answered')}>
            {one.answered} / {one.lines}
          </td>
          <td className="nowrap" data-label={t('stock.disposed')}>
            {one.disposed} / {one.lines}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Close({ campaign, onClose }: { campaign: CampaignWire; onClose: () => void }) {
  const { t } = useLanguage()
  const [summary, setSummary] = useState('')
  const reread = useRereadCampaign(campaign.id)
  const send = useMutation({
    mutationFn: () => closeCampaign(campaign.id, summary),
    onSuccess: async () => {
      await reread()
      onClose()
    },
  })
  return (
    <Dialog title={t('stock.close')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <p className="hint">{t('stock.closeHint')}</p>
        <LongTextField
          label={t('stock.summary')}
          value={summary}
          onChange={setSummary}
          isRequired
          maxLength={2000}
        />
        <ProblemAlert error={send.error} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={send.isPending} disabled={!summary.trim()}>
            {t('stock.close')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
