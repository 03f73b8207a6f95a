import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { DisclosureListsWire } from './achievement.api.ts'
import { type Disclosure, type Lack, topicAnswers, topics } from './disclosure.ts'

/** Who paid for it, why it is the institution's, and whose rights stand beside. */
export function FundedFields(props: {
  told: Disclosure
  lists: DisclosureListsWire
  lacks: readonly Lack[]
  onChange: (changes: Partial<Disclosure>) => void
}) {
  const { t, say } = useLanguage()
  const { told, lists, onChange } = props
  return (
    <>
      <ChoiceField
        label={t('disclosure.fundingKind')}
        name="fundingKind"
        value={told.fundingKind}
        choices={Object.entries(lists.documents.funding).map(([value, label]) => ({
          value,
          label: say(label),
        }))}
        onChange={(fundingKind) => onChange({ fundingKind })}
      />
      <div className="item-line">
        <TextField
          label={t('achievements.funding')}
          name="fundingSource"
          maxLength={200}
          value={told.fundingSource}
          onChange={(fundingSource) => onChange({ fundingSource })}
        />
        <TextField
          label={t('achievements.project')}
          name="projectNo"
          maxLength={200}
          value={told.projectNo}
          onChange={(projectNo) => onChange({ projectNo })}
        />
      </div>
      <ChoiceField
        label={t('disclosure.serviceBasis')}
        name="serviceBasis"
        value={told.serviceBasis}
        choices={(['task', 'means', 'neither'] as const).map((value) => ({
          value,
          label: t(`disclosure.serviceBases.${value}`),
        }))}
        onChange={(serviceBasis) => onChange({ serviceBasis })}
      />
      <ThirdParties {...props} />
    </>
  )
}

function ThirdParties({ told, lacks, onChange }: Parameters<typeof FundedFields>[0]) {
  const { t } = useLanguage()
  const set = (topic: (typeof topics)[number], changes: object) => {
    const before = told.thirdParties[topic] ?? { answer: 'no', about: '' }
    onChange({ thirdParties: { ...told.thirdParties, [topic]: { ...before, ...changes } } })
  }
  const isNone = topics.every((topic) => told.thirdParties[topic]?.answer === 'no')
  const [isOpen, open] = useState(!isNone)
  const denyAll = () => {
    onChange({
      thirdParties: Object.fromEntries(topics.map((one) => [one, { answer: 'no', about: '' }])),
    })
    open(false)
  }
  if (isNone && !isOpen) {
    return (
      <fieldset className="field">
        <legend>{t('disclosure.thirdParties')}</legend>✓ {t('disclosure.noneOfThem')}{' '}
        <Button kind="quiet" small onClick={() => open(true)}>
          {t('disclosure.answerAgain')}
        </Button>
      </fieldset>
    )
  }
  return (
    <fieldset className="field">
      <legend>{t('disclosure.thirdParties')}</legend>
      <Button small onClick={denyAll}>
        {t('disclosure.noneOfThem')}
      </Button>
      {topics.map((topic) => {
        const said = told.thirdParties[topic]
        return (
          <div key={topic} className="third-party">
            <div
              className="third-party-ask"
              role="radiogroup"
              aria-label={t(`disclosure.topics.${topic}`)}
            >
              <span>{t(`disclosure.topics.${topic}`)}</span>
              <span className="choices">
                {topicAnswers.map((answer) => (
                  <label key={answer} className="choice">
                    <input
                      type="radio"
                      name={`third-${topic}`}
                      checked={said?.answer === answer}
                      onChange={() => set(topic, { answer })}
                    />
                    <span>{t(`disclosure.answers.${answer}`)}</span>
                  </label>
                ))}
              </span>
            </div>
            {said && said.answer !== 'no' && (
              <TextField
                label={t('disclosure.whoAndWhat')}
                name={`about-${topic}`}
                maxLength={1000}
                value={said.about}
                onChange={(about) => set(topic, { about })}
              />
            )}
          </div>
        )
      })}
      {lacks.includes('thirdParties') && (
        <p className="wrong" role="alert">
          {t('achievements.lack.thirdParties')}
        </p>
      )}
    </fieldset>
  )
}
