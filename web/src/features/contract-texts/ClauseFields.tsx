import { useRef } from 'react'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Checks } from './Checks.tsx'
import { type ClauseShown, codes, type StandardChoicesWire } from './standard.api.ts'

/** A clause as it is being written: what is not filled in is an empty text. */
export interface ClauseDraft {
  readonly kind: string
  readonly types: readonly string[]
  readonly obligation: string
  readonly conditions: readonly string[]
  readonly norms: readonly string[]
  readonly zh: string
  readonly headingEn: string
  readonly en: string
  readonly guidance: string
}

export const clauseFields = [
  ...['kind', 'types', 'obligation', 'conditions', 'norms', 'zh', 'headingEn', 'en', 'guidance'],
].map((field) => `clause/${field}`)

export const clauseDraft = (before: ClauseShown | undefined): ClauseDraft => ({
  ...{ kind: before?.kind ?? '', types: before?.types ?? [] },
  ...{ obligation: before?.obligation ?? 'usual', conditions: before?.conditions ?? [] },
  ...{ norms: before?.norms ?? [], zh: before?.zh ?? '' },
  ...{ headingEn: before?.headingEn ?? '', en: before?.en ?? '' },
  guidance: before?.guidance ?? '',
})

export const clauseOf = ({ headingEn, en, guidance, ...rest }: ClauseDraft) => ({
  ...rest,
  headingEn: headingEn.trim() || null,
  en: en.trim() || null,
  guidance: guidance.trim() || null,
})

/** What a clause says, when it fits, and which articles ask for it. */
export function ClauseFields(props: {
  draft: ClauseDraft
  choices: StandardChoicesWire
  errorAt: (field: string) => string | undefined
  onChange: (draft: ClauseDraft) => void
}) {
  const { t, named, say, lang } = useLanguage()
  const { draft, choices, onChange } = props
  const place = useRef<HTMLDivElement>(null)
  const error = (field: keyof ClauseDraft) => props.errorAt(`clause/${field}`)
  const field = (name: 'kind' | 'obligation' | 'zh' | 'headingEn' | 'en' | 'guidance') => ({
    ...{ name, label: t(`contractTexts.fields.${name}`), value: draft[name], error: error(name) },
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  })
  const some = (name: 'types' | 'conditions', group: 'types' | 'conditions') => ({
    ...{ name, label: t(`contractTexts.fields.${name}`), values: draft[name], error: error(name) },
    choices: codes[group].map((value) => ({
      ...{ value, label: named(`contractTexts.${group}`, value) },
    })),
    onChange: (values: string[]) => onChange({ ...draft, [name]: values }),
  })
  const insert = (name: string) => {
    const area = place.current?.querySelector('textarea')
    const [from, to] = [area?.selectionStart ?? draft.zh.length, area?.selectionEnd]
    const zh = `${draft.zh.slice(0, from)}{{${name}}}${draft.zh.slice(to ?? from)}`
    onChange({ ...draft, zh })
    area?.focus()
  }
  return (
    <>
      <ChoiceField
        {...field('kind')}
        choices={codes.kinds.map((value) => ({
          ...{ value, label: named('contractTexts.kinds', value) },
        }))}
        isFolded
        isRequired
      />
      <Checks {...some('types', 'types')} />
      <ChoiceField
        {...field('obligation')}
        choices={codes.obligations.map((value) => ({
          ...{ value, label: named('contractTexts.obligations', value) },
        }))}
      />
      <Checks {...some('conditions', 'conditions')} hint={t('contractTexts.conditionsHint')} />
      <div ref={place}>
        <LongTextField {...field('zh')} rows={6} hint={t('contractTexts.textHint')} isRequired />
      </div>
      <div className="field">
        <label>
          {t('contractTexts.insert')}
          <select
            className="input input-medium"
            value=""
            onChange={({ target }) => target.value && insert(target.value)}
          >
            <option value="">{t('general.choose')}</option>
            {choices.placeholders.map(({ name, en, at }) => (
              <option key={name} value={name}>
                {lang === 'zh' ? name : `${en}（${name}）`} · {named('contractTexts.places', at)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <TextField {...field('headingEn')} />
      <LongTextField {...field('en')} rows={4} />
      <details>
        <summary>{t('contractTexts.fields.norms')}</summary>
        <Checks
          name="norms"
          label={t('contractTexts.normsHint')}
          values={draft.norms}
          choices={choices.norms.map(({ id, title, articles }) => ({
            value: id,
            label: `${say(title)}（${articles.map(({ source, label }) => `${source} ${say(label)}`).join('、')}）`,
          }))}
          error={error('norms')}
          onChange={(norms) => onChange({ ...draft, norms })}
        />
      </details>
      <LongTextField {...field('guidance')} hint={t('contractTexts.guidanceHint')} rows={2} />
    </>
  )
}
