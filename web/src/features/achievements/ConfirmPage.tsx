import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { Linked } from '../../ui/Linked.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { answerLink, type ConfirmationWire, confirmationQuery } from './achievement.api.ts'

/** Where an inventor agrees with their share, or does not; on a phone, without an account. */
export function ConfirmPage(props: { institution: string; token: string }) {
  const query = useQuery(confirmationQuery(props.institution, props.token))
  return (
    <div className="cards">
      <Linked query={query}>{(asked) => <Asked {...props} asked={asked} />}</Linked>
    </div>
  )
}

function Asked(props: { institution: string; token: string; asked: ConfirmationWire }) {
  const { t } = useLanguage()
  const { institution, token, asked } = props
  return (
    <>
      <PageHeader title={t('disclosure.confirmTitle')} note={asked.institution} />
      <Panel className="card">
        <p>{t('disclosure.confirmIntro', { name: asked.name })}</p>
        {asked.title !== '' && <h2>{asked.title}</h2>}
        {asked.number !== '' && <p className="muted">{asked.number}</p>}
        {asked.team.length > 0 && (
          <table className="grid">
            <tbody>
              {asked.team.map(({ name, share }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two members may have one name
                <tr key={at} className={at === asked.place ? 'mine' : ''}>
                  <td>
                    {name}{' '}
                    {at === asked.place && <span className="chip">{t('disclosure.you')}</span>}
                  </td>
                  <td className="num">{share ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {asked.state === 'open' ? (
          <Answering institution={institution} token={token} asked={asked} />
        ) : (
          <Callout
            tone={asked.state === 'answered' ? 'good' : 'due'}
            title={t(`disclosure.linkStates.${asked.state}`)}
          >
            {asked.answer && asked.answeredOn && (
              <>
                {t(`disclosure.youSaid.${asked.answer}`)} <DayText day={asked.answeredOn} />
              </>
            )}
          </Callout>
        )}
      </Panel>
    </>
  )
}

function Answering({ institution, token, asked }: Parameters<typeof Asked>[0]) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [words, setWords] = useState<string>()
  const answer = useMutation({
    mutationFn: (given: 'confirmed' | 'disputed') =>
      answerLink(institution, token, { answer: given, ...(given === 'disputed' && { words }) }),
    onSuccess: (now) => client.setQueryData(confirmationQuery(institution, token).queryKey, now),
  })
  return (
    <>
      <p className="hint">
        {t('disclosure.expiresOn')} <DayText day={asked.expiresOn} />
      </p>
      {words === undefined ? (
        <div className="confirm-answers">
          <Button
            kind="primary"
            block
            busy={answer.isPending}
            onClick={() => answer.mutate('confirmed')}
          >
            {t('disclosure.confirm')}
          </Button>
          <Button block onClick={() => setWords('')}>
            {t('disclosure.disputeIt')}
          </Button>
        </div>
      ) : (
        <>
          <LongTextField
            label={t('disclosure.whyNot')}
            hint={t('disclosure.whyNotHint')}
            name="words"
            rows={3}
            maxLength={2000}
            value={words}
            onChange={setWords}
            isRequired
          />
          <div className="confirm-answers">
            <Button
              kind="primary"
              block
              busy={answer.isPending}
              disabled={words.trim() === ''}
              onClick={() => answer.mutate('disputed')}
            >
              {t('disclosure.sendDispute')}
            </Button>
            <Button block onClick={() => setWords(undefined)}>
              {t('general.cancel')}
            </Button>
          </div>
        </>
      )}
      <p className="hint">{t('disclosure.recorded')}</p>
      <ProblemAlert error={answer.error} />
    </>
  )
}
