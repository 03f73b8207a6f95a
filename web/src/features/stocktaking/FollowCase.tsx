import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { withQuery } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  followLine,
  type StockLineWire,
  trustsQuery,
  useRereadCampaign,
} from './stocktaking.api.ts'

/** What a transfer case is for, by what the stock-taking decided. */
const aims: Readonly<Record<string, string | undefined>> = {
  transfer: 'sell',
  licence: 'licence',
  open_licence: 'open_licence',
}

/** The case that carries a disposition out: linked, or where to start it. */
export function FollowCase(props: { campaign: string; line: StockLineWire; mayChange: boolean }) {
  const { t } = useLanguage()
  const { campaign, line, mayChange } = props
  const [isOpen, open] = useState(false)
  const { followCase, procedure, achievementId, rightId, outcome } = line
  if (followCase) {
    return (
      <div>
        <small>
          {t('stock.followedBy')} <a href={`/cases/${followCase.id}`}>{followCase.number}</a>
        </small>
      </div>
    )
  }
  if (outcome === 'trust') return <Trust line={line} mayEnter={mayChange} />
  if (!mayChange || procedure === null) return null
  const about = {
    ...(achievementId && { achievement: achievementId }),
    ...(rightId && { right: rightId }),
    ...(outcome && aims[outcome] && { aim: aims[outcome] }),
  }
  return (
    <div className="row-acts">
      <a href={withQuery('/cases/new', { procedure, ...about })}>{t('stock.startCase')}</a>{' '}
      <Button small kind="quiet" onClick={() => open(true)}>
        {t('stock.linkCase')}
      </Button>
      {isOpen && <LinkCase campaign={campaign} line={line} onClose={() => open(false)} />}
    </div>
  )
}

/** The agreement that carries a trusteeship out, or where to enter it. */
function Trust({ line, mayEnter }: { line: StockLineWire; mayEnter: boolean }) {
  const { t } = useLanguage()
  const { rightId, achievementId } = line
  const about = rightId ? { right: rightId } : { achievement: achievementId ?? '' }
  const { data } = useQuery(trustsQuery(about))
  const lasting = (data?.items ?? []).filter(({ endedOn }) => endedOn === null)
  return (
    <div className="row-acts">
      {lasting.map(({ id, number, title }) => (
        <a key={id} href={`/trusteeships/${id}`}>
          {number} {title}
        </a>
      ))}
      {mayEnter && data && lasting.length === 0 && (
        <a href={withQuery('/trusteeships/new', about)}>{t('trusteeships.enter')}</a>
      )}
    </div>
  )
}

function LinkCase(props: { campaign: string; line: StockLineWire; onClose: () => void }) {
  const { t } = useLanguage()
  const { campaign, line, onClose } = props
  const [number, setNumber] = useState('')
  const reread = useRereadCampaign(campaign)
  const send = useMutation({
    mutationFn: () => followLine(campaign, line.id, number.trim()),
    onSuccess: async () => {
      await reread()
      onClose()
    },
  })
  const wrong = fieldErrors(send.error, ['caseNumber'])
  return (
    <Dialog title={t('stock.linkCase')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <TextField
          label={t('stock.caseNumber')}
          name="caseNumber"
          value={number}
          onChange={setNumber}
          error={wrong.at('caseNumber')}
          isRequired
          maxLength={60}
        />
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={send.isPending} disabled={!number.trim()}>
            {t('stock.linkCase')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
