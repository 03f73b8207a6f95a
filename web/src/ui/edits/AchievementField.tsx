import { useState } from 'react'
import { read, withQuery } from '../../api/client.ts'
import { useLanguage } from '../language.ts'
import { RecordPicker } from '../RecordPicker.tsx'

interface Found {
  readonly id: string
  readonly number: string
  readonly title: string
}

/** An achievement of the institution, for all records alike; none chosen takes the link away. */
export function AchievementField(props: {
  label: string
  onChange: (id: string) => void
  hint?: string
}) {
  const { t } = useLanguage()
  const { label, onChange, hint } = props
  const [chosen, choose] = useState<Found>()
  return (
    <>
      <RecordPicker<Found>
        label={label}
        findLabel={t('edits.findAchievement')}
        chosen={chosen ? [chosen] : []}
        onChange={(found) => {
          const last = found.at(-1)
          choose(last)
          onChange(last?.id ?? '')
        }}
        name="achievements-to-edit"
        find={async (q) =>
          (await read<{ items: readonly Found[] }>(withQuery('/achievements', { q, limit: 6 })))
            .items
        }
        text={({ number, title }) => `${number} ${title}`}
        error={undefined}
      />
      {hint && <p className="hint">{hint}</p>}
    </>
  )
}
