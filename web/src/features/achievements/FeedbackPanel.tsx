import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { feedbackQuery, hear, strikeFeedback } from '../../ui/deals/deals.api.ts'
import { FeedbackList } from '../../ui/deals/FeedbackList.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

const interests = ['interested', 'conditional', 'not_interested'] as const

/** What companies said of an achievement before it is priced; also seen beside the price in its case. */
export function FeedbackPanel(props: { id: string; today: string; me: string }) {
  const { t } = useLanguage()
  const { id } = props
  const query = useQuery(feedbackQuery(id))
  const client = useQueryClient()
  const [open, setOpen] = useState<'new' | { strike: string }>()
  const close = () => setOpen(undefined)
  const reread = async () => {
    await client.invalidateQueries({ queryKey: ['achievement', id] })
    await client.invalidateQueries({ queryKey: [`/achievements/${id}/history`] })
    close()
  }
  return (
    <Panel
      id="feedback"
      title={t('deals.feedback')}
      extra={
        query.data && (
          <>
            {query.data.items.length > 0 && (
              <ExportMenu path="/company-feedback" filter={{ achievement: id }} />
            )}
            {query.data.mayWrite && (
              <Button small onClick={() => setOpen('new')}>
                {t('deals.record')}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={query}>
        {({ items, mayWrite }) =>
          items.length === 0 ? (
            <Nothing text={t('deals.noFeedback')} hint={t('deals.feedbackHint')} />
          ) : (
            <FeedbackList
              items={items}
              {...(mayWrite && {
                acts: (one) => (
                  <Button kind="quiet" small onClick={() => setOpen({ strike: one.id })}>
                    {t('deals.strike')}
                  </Button>
                ),
              })}
            />
          )
        }
      </Loaded>
      {open === 'new' && (
        <HearForm id={id} today={props.today} me={props.me} onDone={reread} onClose={close} />
      )}
      {open !== undefined && open !== 'new' && (
        <StrikeForm id={id} feedback={open.strike} onDone={reread} onClose={close} />
      )}
    </Panel>
  )
}

function HearForm(props: {
  id: string
  today: string
  me: string
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const { t } = useLanguage()
  const [draft, setDraft] = useState({
    ...{ heardOn: props.today, company: '', askedBy: props.me, interest: '', words: '' },
  })
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const send = useMutation({
    mutationFn: () =>
      hear(props.id, {
        ...draft,
        interest: draft.interest as (typeof interests)[number],
        files: files.map(({ sha256, name, size }) => ({ sha256, name, size })),
      }),
    onSuccess: props.onDone,
  })
  const wrong = fieldErrors(send.error, [...Object.keys(draft), 'files'])
  const field = (name: keyof typeof draft) => ({
    ...{ name, label: t(`deals.fields.${name}`), value: draft[name], isRequired: true },
    error: wrong.at(name),
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  })
  return (
    <Dialog title={t('deals.record')} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <DayField {...field('heardOn')} max={props.today} />
        <TextField {...field('company')} maxLength={200} />
        <TextField {...field('askedBy')} maxLength={100} width="medium" />
        <ChoiceField
          {...field('interest')}
          choices={interests.map((value) => ({ value, label: t(`deals.interests.${value}`) }))}
        />
        <LongTextField {...field('words')} hint={t('deals.wordsHint')} maxLength={4000} />
        <FilesField
          error={wrong.at('files')}
          files={files}
          onChange={(change) => setFiles(change)}
        />
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            busy={send.isPending}
            disabled={Object.values(draft).some((value) => value.trim() === '')}
          >
            {t('deals.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function StrikeForm(props: {
  id: string
  feedback: string
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => strikeFeedback(props.id, props.feedback, reason),
    onSuccess: props.onDone,
  })
  return (
    <Dialog title={t('deals.strike')} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <TextField
          label={t('deals.strikeReason')}
          name="reason"
          value={reason}
          onChange={setReason}
          isRequired
          maxLength={500}
        />
        <ProblemAlert error={send.error} />
        <div className="dialog-foot">
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={send.isPending} disabled={!reason.trim()}>
            {t('deals.strike')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
