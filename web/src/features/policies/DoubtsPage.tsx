import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { policyQuery } from './policy.api.ts'
import { answerDoubt, type DoubtWire, doubtsQuery } from './text-import.api.ts'

/** How many doubts in a text are open, and the way to them. */
export function DoubtsLink({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data } = useQuery(doubtsQuery(id))
  if (!data?.text || data.doubts.length === 0) return null
  return (
    <a href={`/policies/${id}/text`}>
      {data.open > 0
        ? t('textImport.open', { count: data.open })
        : t('textImport.settled', { count: data.doubts.length })}
    </a>
  )
}

/** What the parser doubts in an official text, settled by a person one by one. */
export function DoubtsPage({ id, mayAnswer }: { id: string; mayAnswer: boolean }) {
  const { t, say } = useLanguage()
  const document = useQuery(policyQuery(id))
  const query = useQuery(doubtsQuery(id))
  return (
    <>
      <PageHeader title={t('textImport.title')} note={document.data && say(document.data.title)}>
        <LinkButton href={`/policies/${id}`}>{t('textImport.back')}</LinkButton>
      </PageHeader>
      <Loaded query={query}>
        {({ text, doubts, open }) =>
          text === null ? (
            <Nothing text={t('policies.noOfficial')} />
          ) : (
            <>
              <p className="muted">
                {text.fileName ?? t('textImport.pasted')} ·{' '}
                {t('policies.articles', { count: text.articles })} ·{' '}
                <DayText day={dayInChina(text.importedAt)} /> {text.importedName}{' '}
                {text.fileSha256 && (
                  <a href={address(`/files/${text.fileSha256}`)}>{t('textImport.original')}</a>
                )}
              </p>
              <Callout
                tone={open > 0 ? 'due' : 'good'}
                title={
                  open > 0
                    ? t('textImport.open', { count: open })
                    : t('textImport.settled', { count: doubts.length })
                }
              >
                <div>{t('textImport.lead')}</div>
              </Callout>
              <Panel>
                {doubts.length === 0 && <Nothing text={t('textImport.none')} />}
                <ul className="rows doubt-rows">
                  {doubts.map((doubt) => (
                    <Doubt
                      key={`${doubt.line} ${doubt.kind}`}
                      id={id}
                      doubt={doubt}
                      mayAnswer={mayAnswer}
                    />
                  ))}
                </ul>
              </Panel>
            </>
          )
        }
      </Loaded>
    </>
  )
}

function Doubt(props: { id: string; doubt: DoubtWire; mayAnswer: boolean }) {
  const { t, named } = useLanguage()
  const { doubt, mayAnswer } = props
  const { answer } = doubt
  const [isAgain, setAgain] = useState(false)
  return (
    <li>
      <div>
        <span className={`chip ${answer ? 'chip-met' : 'chip-due'}`}>
          {named('textImport.kinds', doubt.kind)}
        </span>{' '}
        <span className="muted">{t('textImport.line', { line: doubt.line + 1 })}</span>
      </div>
      <div className="doubt-place">
        {doubt.before && <div className="muted">{doubt.before}</div>}
        <div>{doubt.text}</div>
      </div>
      <div className="muted">{named('textImport.means', doubt.kind)}</div>
      {answer && (
        <div>
          ✓ {named('textImport.answers', answer.answer)}
          {answer.correction !== null && (
            <strong> {answer.correction || t('textImport.emptied')}</strong>
          )}{' '}
          <span className="muted">
            {answer.name} · <DayText day={dayInChina(answer.at)} />
          </span>{' '}
          {mayAnswer && !isAgain && (
            <Button kind="quiet" small onClick={() => setAgain(true)}>
              {t('textImport.again')}
            </Button>
          )}
        </div>
      )}
      {mayAnswer && (!answer || isAgain) && <Answers {...props} onDone={() => setAgain(false)} />}
    </li>
  )
}

/** The other ways in which a line can be read, by what is doubted. */
const otherWays = {
  'paragraph-boundary': ['continuation', 'new-paragraph'],
  numbering: ['not-a-marker'],
  'cross-reference-at-line-start': ['new-paragraph'],
  'page-number': [],
  'page-head': [],
  'repeated-line': [],
  hyphen: [],
  'odd-character': [],
} as const

function Answers(props: { id: string; doubt: DoubtWire; onDone: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { id, doubt, onDone } = props
  const [correction, setCorrection] = useState<string>()
  const send = useMutation({
    mutationFn: (given: {
      answer: 'accepted' | 'new-paragraph' | 'continuation' | 'not-a-marker' | 'corrected'
      correction?: string | null
    }) => answerDoubt(id, { line: doubt.line, kind: doubt.kind, ...given }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: doubtsQuery(id).queryKey }),
        client.invalidateQueries({ queryKey: policyQuery(id).queryKey }),
      ])
      onDone()
    },
  })
  return (
    <>
      <ProblemAlert error={send.error} />
      {correction === undefined ? (
        <div className="actions">
          <Button small busy={send.isPending} onClick={() => send.mutate({ answer: 'accepted' })}>
            {t('textImport.answer.accepted')}
          </Button>
          {otherWays[doubt.kind].map((answer) => (
            <Button
              key={answer}
              small
              busy={send.isPending}
              onClick={() => send.mutate({ answer })}
            >
              {t(`textImport.answer.${answer}`)}
            </Button>
          ))}
          <Button small onClick={() => setCorrection(doubt.text)}>
            {t('textImport.answer.corrected')}
          </Button>
        </div>
      ) : (
        <>
          <TextField
            label={t('textImport.correction')}
            hint={t('textImport.correctionHint')}
            value={correction}
            onChange={setCorrection}
            maxLength={2000}
          />
          <div className="actions">
            <Button
              kind="primary"
              small
              busy={send.isPending}
              onClick={() => send.mutate({ answer: 'corrected', correction })}
            >
              {t('textImport.save')}
            </Button>
            <Button small onClick={() => setCorrection(undefined)}>
              {t('general.cancel')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
