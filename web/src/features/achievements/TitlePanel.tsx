import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { type AchievementWire, type ProgressWire, putTitle } from './achievement.api.ts'
import { TitleForm } from './TitleForm.tsx'

/** Who holds title since when, by what evidence, and what is disputed. */
export function TitlePanel(props: {
  one: AchievementWire
  progress: ProgressWire
  owner: string
  mayWrite: boolean
}) {
  const { t, listed } = useLanguage()
  const { one, progress } = props
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  return (
    <Panel
      title={t('disclosure.titleOf')}
      extra={
        <>
          {progress.isDisputed && (
            <span className="chip chip-breached">! {t('disclosure.disputed')}</span>
          )}
          {props.mayWrite && (
            <Button small onClick={() => setOpen(true)}>
              {one.holdings.length > 0
                ? t('disclosure.changeTitle')
                : t('disclosure.registerTitle')}
            </Button>
          )}
        </>
      }
    >
      {one.holdings.length === 0 && <p className="muted">{t('disclosure.noTitle')}</p>}
      {one.holdings.toReversed().map((holding, at) => (
        <div key={holding.from} className={at > 0 ? 'muted' : ''}>
          <strong>
            <DayText day={holding.from} />
          </strong>{' '}
          {t('disclosure.since')}{' '}
          {listed(holding.holders.map(({ name, share }) => `${name} ${share}`))}
          <div className="muted">
            {holding.basis}{' '}
            {holding.files.map((file) => (
              <a
                key={file.sha256}
                href={address(`/files/${file.sha256}`)}
                target="_blank"
                rel="noreferrer"
              >
                {file.name}
              </a>
            ))}
          </div>
        </div>
      ))}
      {one.disputes.map((dispute) => (
        <p key={`${dispute.from}/${dispute.about}`}>
          <strong>{t('disclosure.dispute')}</strong> {dispute.about}{' '}
          <span className="muted">
            <DayText day={dispute.from} /> — {dispute.to ? <DayText day={dispute.to} /> : '…'}{' '}
            {dispute.outcome}
          </span>
        </p>
      ))}
      {isOpen && (
        <Dialog title={t('disclosure.registerTitle')} onClose={() => setOpen(false)}>
          <TitleForm
            one={one}
            today={progress.today}
            owner={props.owner}
            onSave={async (title, reason) => {
              await putTitle(one.id, { ...title, reason, expectedSeq: one.seq })
              await client.invalidateQueries({ queryKey: ['achievement', one.id] })
              await client.invalidateQueries({ queryKey: [`/achievements/${one.id}/history`] })
              setOpen(false)
            }}
            onCancel={() => setOpen(false)}
          />
        </Dialog>
      )}
    </Panel>
  )
}
