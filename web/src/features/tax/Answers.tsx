import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type Asked, SmallForm } from '../../ui/SmallForm.tsx'
import { type PositionWire, sendAnswer, useReread } from './tax.api.ts'

type Ask = PositionWire['asks'][number]

const NONE = 'none'

/** What the law asks beyond the registers, each with who answered it and the evidence. */
export function Answers(props: { contract: string; of: PositionWire; mayAnswer: boolean }) {
  const { t, say } = useLanguage()
  const { contract, of, mayAnswer } = props
  const [asked, setAsked] = useState<Ask>()
  if (of.asks.length === 0) return null
  return (
    <>
      <h3>{t('tax.answers')}</h3>
      <table className="grid stacks">
        <tbody>
          {of.asks.map((one) => (
            <tr key={one.fact}>
              <th scope="row">{say(one.label)}</th>
              <td>
                <Said one={one} />
              </td>
              <td>
                {mayAnswer && (
                  <Button small onClick={() => setAsked(one)}>
                    {t(one.said ? 'tax.answerAgain' : 'tax.answer')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <AnswerForm contract={contract} of={of} one={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}

function Said({ one: { value, said, options } }: { one: Ask }) {
  const { t, say } = useLanguage()
  if (!said) return <span className="lacking">{t('tax.unanswered')}</span>
  const option = options.find(({ code }) => code === value)
  const text =
    value === null
      ? t('tax.none')
      : typeof value === 'boolean'
        ? t(value ? 'general.yes' : 'general.no')
        : say(option?.label) || String(value)
  return (
    <>
      <strong>{text}</strong>{' '}
      <small className="muted">
        {said.by} {dayInChina(said.at)}
      </small>
      {said.words && <div className="said">{said.words}</div>}
      {said.files.map(({ sha256, name }) => (
        <div key={sha256}>
          <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
            {name}
          </a>
        </div>
      ))}
    </>
  )
}

function AnswerForm(props: { contract: string; of: PositionWire; one: Ask; onClose: () => void }) {
  const { t, say } = useLanguage()
  const reread = useReread()
  const { contract, of, one, onClose } = props
  const none = one.isNullable ? [{ value: NONE, label: t('tax.none') }] : []
  const choices =
    one.kind === 'bool'
      ? [
          { value: 'true', label: t('general.yes') },
          { value: 'false', label: t('general.no') },
        ]
      : one.options.map(({ code, label }) => ({ value: code, label: say(label) }))
  const answer: Asked =
    one.kind === 'date'
      ? { name: 'value', as: 'day', label: say(one.ask) }
      : one.kind === 'number'
        ? { name: 'value', as: 'line', label: say(one.ask) }
        : {
            ...{ name: 'value', as: 'choice', label: say(one.ask), isRequired: true },
            choices: [...choices, ...none],
          }
  return (
    <SmallForm
      title={say(one.label)}
      {...(one.isNullable && { lead: t('tax.emptyIsNone') })}
      asked={[answer, { name: 'words', as: 'text', label: t('tax.words') }]}
      withFiles
      filesLabel={t('tax.evidence')}
      act={t('tax.answer')}
      onSend={({ value, words, files }) =>
        sendAnswer(contract, of.regime, {
          fact: one.fact,
          value: answered(one, value),
          words: typeof words === 'string' ? words : null,
          files: (files ?? []) as [],
          expectedSeq: of.seq,
        })
      }
      onDone={reread}
      onClose={onClose}
    />
  )
}

function answered({ kind }: Ask, typed: unknown): boolean | string | number | null {
  if (typeof typed !== 'string' || typed === NONE) return null
  if (kind === 'bool') return typed === 'true'
  return kind === 'number' && /^\d+$/.test(typed) ? Number(typed) : typed
}
