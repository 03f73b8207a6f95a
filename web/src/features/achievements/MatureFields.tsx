import { FilesField } from '../../ui/fields/FilesField.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { DisclosureListsWire } from './achievement.api.ts'
import { type Disclosure, filesAs, type Lack, scaleOf, withFilesAs } from './disclosure.ts'

/** How far it has come, by the scale that fits, each level a step higher; and what shows it. */
export function MatureFields(props: {
  told: Disclosure
  lists: DisclosureListsWire
  lacks: readonly Lack[]
  onChange: (changes: Partial<Disclosure>) => void
}) {
  const { t, say } = useLanguage()
  const { told, lists, onChange } = props
  const scale = scaleOf(told, lists)
  if (!scale) return null
  const chosen = scale.levels.find(({ level }) => `${level}` === told.level)
  // Once one is chosen the others fold away: the card stays as long as a phone.
  const shown = chosen ? [chosen] : scale.levels
  return (
    <>
      <fieldset className="field">
        <legend>
          {t('achievements.asks.level')}{' '}
          <select
            className="input scale-choice"
            name="scale"
            aria-label={t('disclosure.scale')}
            value={scale.code}
            onChange={({ target }) => onChange({ scale: target.value, level: '' })}
          >
            {lists.maturity.map(({ code, label }) => (
              <option key={code} value={code}>
                {say(label)}
              </option>
            ))}
          </select>
        </legend>
        <div className="levels">
          {shown.map(({ level, label }) => (
            <label key={level} className="choice level">
              <input
                type="radio"
                name="level"
                checked={told.level === `${level}`}
                onChange={() => onChange({ level: `${level}` })}
              />
              <span>
                <Steps at={level} of={scale.levels.length} />
                {level} {say(label)}
              </span>
            </label>
          ))}
        </div>
        {told.level !== '' && (
          <button type="button" className="link" onClick={() => onChange({ level: '' })}>
            {t('disclosure.noLevel')}
          </button>
        )}
      </fieldset>
      {chosen && (
        <FilesField
          label={t('disclosure.evidence', { what: say(chosen.evidence) })}
          files={filesAs(told.files, 'maturity')}
          withCamera
          onChange={(change) => onChange({ files: withFilesAs(told.files, 'maturity', change) })}
        />
      )}
      {props.lacks.includes('evidence') && (
        <p className="wrong" role="alert">
          {t('achievements.lack.evidence')}
        </p>
      )}
    </>
  )
}

function Steps({ at, of }: { at: number; of: number }) {
  const steps = Array.from({ length: of }, (_, index) => index + 1)
  return (
    <svg viewBox={`0 0 ${of * 5} 22`} width={of * 5} height="22" aria-hidden="true">
      {steps.map((step) => (
        <rect
          key={step}
          x={(step - 1) * 5 + 0.5}
          y={20 - step * 2}
          width="4"
          height={step * 2 + 1}
          fill={step <= at ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="0.6"
        />
      ))}
    </svg>
  )
}
