import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type CampaignWire, linkPart, remind, useRereadCampaign } from './stocktaking.api.ts'

/** Who was asked, how each is reached, and who has not answered. */
export function Parts({ campaign, mayChange }: { campaign: CampaignWire; mayChange: boolean }) {
  const { t } = useLanguage()
  const send = useMutation({ mutationFn: () => remind(campaign.id) })
  return (
    <Panel
      title={t('stock.parts', { count: campaign.parts.length })}
      extra={
        mayChange && (
          <Button small busy={send.isPending} onClick={() => send.mutate()}>
            {t('stock.remind')}
          </Button>
        )
      }
    >
      {send.data && <p role="status">{t('stock.reminded', { count: send.data.told })}</p>}
      <ProblemAlert error={send.error} />
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('stock.inventor')}</th>
            <th>{t('stock.answered')}</th>
            <th>{t('stock.reach')}</th>
          </tr>
        </thead>
        <tbody>
          {campaign.parts.map((part) => (
            <tr key={part.id}>
              <td>{part.name}</td>
              <td className="nowrap" data-label={t('stock.answered')}>
                {part.answered} / {part.lines}
              </td>
              <td data-label={t('stock.reach')}>
                <Reach campaign={campaign.id} part={part} mayChange={mayChange} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Reach(props: {
  campaign: string
  part: CampaignWire['parts'][number]
  mayChange: boolean
}) {
  const { t, named } = useLanguage()
  const { campaign, part, mayChange } = props
  const reread = useRereadCampaign(campaign)
  const [isCopied, setCopied] = useState(false)
  const make = useMutation({ mutationFn: () => linkPart(campaign, part.id), onSuccess: reread })
  return (
    <>
      {named('stock.reaches', part.reach)}{' '}
      {part.linkUntil && (
        <small className="muted">{t('stock.linkUntil', { day: part.linkUntil })}</small>
      )}{' '}
      {mayChange && part.reach !== 'account' && !make.data && (
        <Button small busy={make.isPending} onClick={() => make.mutate()}>
          {t('stock.makeLink')}
        </Button>
      )}
      {make.data && (
        <span className="filters">
          <input
            className="input"
            readOnly
            aria-label={t('stock.linkOf', { name: part.name })}
            value={make.data.url}
            onFocus={({ target }) => target.select()}
          />
          <Button
            small
            onClick={() =>
              void navigator.clipboard.writeText(make.data.url).then(() => setCopied(true))
            }
          >
            {isCopied ? `✓ ${t('stock.copied')}` : t('stock.copy')}
          </Button>
        </span>
      )}
      <ProblemAlert error={make.error} />
    </>
  )
}
