import { useState } from 'react'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { EditFormProps } from './EditDialog.tsx'

interface Words {
  readonly zh: string
  readonly en: string
}

/** The same said in both languages. */
function BothFields(props: { label: string; words: Words; onChange: (words: Words) => void }) {
  const { t } = useLanguage()
  const { label, words, onChange } = props
  return (
    <>
      <LongTextField
        label={t('revisions.inChinese', { label })}
        value={words.zh}
        onChange={(zh) => onChange({ ...words, zh })}
        maxLength={2000}
        isRequired
      />
      <LongTextField
        label={t('revisions.inEnglish', { label })}
        value={words.en}
        onChange={(en) => onChange({ ...words, en })}
        maxLength={2000}
        isRequired
      />
    </>
  )
}

const isBoth = ({ zh, en }: Words) => zh.trim() !== '' && en.trim() !== ''

/** Another default among the readings of an ambiguous clause, and why. */
export function ReadingForm({ editable, frame }: EditFormProps) {
  const { t, say } = useLanguage()
  const [id, setId] = useState('')
  const [choice, setChoice] = useState('')
  const [rationale, setRationale] = useState<Words>({ zh: '', en: '' })
  const clause = editable.readings.find((one) => one.id === id)
  const isWhole = clause !== undefined && choice !== '' && isBoth(rationale)
  return frame(
    isWhole ? { kind: 'reading', interpretation: id, default: choice, rationale } : undefined,
    <>
      <ChoiceField
        label={t('revisions.clause')}
        value={id}
        onChange={(next) => {
          const found = editable.readings.find((one) => one.id === next)
          setId(next)
          setChoice(found?.default ?? '')
          setRationale(found?.rationale ?? { zh: '', en: '' })
        }}
        choices={editable.readings.map((one) => ({ value: one.id, label: say(one.label) }))}
        isFolded
        isRequired
      />
      {clause && (
        <>
          <p className="muted">
            {say(clause.question)} <code>{clause.cite}</code>
          </p>
          <ChoiceField
            label={t('revisions.default')}
            value={choice}
            onChange={setChoice}
            choices={clause.readings.map((one) => ({ value: one.id, label: say(one.text) }))}
            isRequired
          />
          <BothFields label={t('revisions.rationale')} words={rationale} onChange={setRationale} />
        </>
      )}
    </>,
  )
}

/** Our own summary of an article. */
export function DigestForm({ editable, frame }: EditFormProps) {
  const { t, say } = useLanguage()
  const [key, setKey] = useState('')
  const [text, setText] = useState<Words>({ zh: '', en: '' })
  const keyOf = ({ source, at }: { source: string; at: string }) => `${source}#${at}`
  const digest = editable.digests.find((one) => keyOf(one) === key)
  return frame(
    digest && isBoth(text)
      ? { kind: 'digest', source: digest.source, at: digest.at, text }
      : undefined,
    <>
      <ChoiceField
        label={t('revisions.article')}
        value={key}
        onChange={(next) => {
          setKey(next)
          setText(editable.digests.find((one) => keyOf(one) === next)?.text ?? { zh: '', en: '' })
        }}
        choices={editable.digests.map((one) => ({ value: keyOf(one), label: say(one.label) }))}
        isFolded
        isRequired
      />
      {digest && (
        <>
          <p className="muted">{t('revisions.ownWords')}</p>
          <BothFields label={t('policies.digest')} words={text} onChange={setText} />
        </>
      )}
    </>,
  )
}

/** Why a binding clause is left out on purpose. */
export function WaiverForm({ editable, frame }: EditFormProps) {
  const { t } = useLanguage()
  const [at, setAt] = useState('')
  const [isGone, setGone] = useState(false)
  const [reason, setReason] = useState<Words>({ zh: '', en: '' })
  const known = editable.waivers.find((one) => one.at === at)
  const isWhole = at.trim() !== '' && (isGone || isBoth(reason))
  const choices = [...editable.waivers.map((one) => one.at), ...editable.open]
  return frame(
    isWhole ? { kind: 'waiver', at, reason: isGone ? null : reason } : undefined,
    <>
      {choices.length > 0 && (
        <ChoiceField
          label={t('revisions.waived')}
          value={choices.includes(at) ? at : ''}
          onChange={(next) => {
            setAt(next)
            setGone(false)
            setReason(editable.waivers.find((one) => one.at === next)?.reason ?? { zh: '', en: '' })
          }}
          choices={choices.map((value) => ({ value, label: value }))}
          isFolded
        />
      )}
      <TextField
        label={t('revisions.cite')}
        hint={t('revisions.citeHint')}
        value={at}
        onChange={setAt}
        width="medium"
        maxLength={80}
        isRequired
      />
      {known && <FlagField label={t('revisions.takeBack')} value={isGone} onChange={setGone} />}
      {!isGone && <BothFields label={t('revisions.reason')} words={reason} onChange={setReason} />}
    </>,
  )
}
