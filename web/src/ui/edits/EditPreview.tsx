import type { ProblemBody } from '../../api/problem.ts'
import { Button } from '../Button.tsx'
import { Callout } from '../Callout.tsx'
import { useLanguage } from '../language.ts'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { Changes } from './Changes.tsx'
import type { EditPreviewWire } from './edits.api.ts'

type Item = EditPreviewWire['items'][number]

/** What would become of each record: refused ones first, since they want a look. */
export function EditPreview(props: {
  preview: EditPreviewWire
  group: string
  error: unknown
  isBusy: boolean
  onConfirm: (records: { id: string; expectedSeq: number }[]) => void
  onBack: () => void
}) {
  const { t } = useLanguage()
  const { items } = props.preview
  const refused = items.filter(({ problem }) => problem)
  const changing = items.filter(({ problem, changes }) => !problem && changes.length > 0)
  const same = items.length - refused.length - changing.length
  return (
    <div>
      <p role="status">
        {t('edits.foreseen', { changing: changing.length, refused: refused.length, same })}
      </p>
      {refused.length > 0 && <Callout tone="due" title={t('edits.refusedStay')} />}
      <ul className="rows edit-preview">
        {[...refused, ...changing].map((item) => (
          <One key={item.id} item={item} group={props.group} />
        ))}
      </ul>
      <ProblemAlert error={props.error} />
      <div className="dialog-foot">
        <Button onClick={props.onBack}>{t('edits.back')}</Button>
        <Button
          kind="primary"
          busy={props.isBusy}
          disabled={changing.length === 0}
          onClick={() => props.onConfirm(changing.map(({ id, seq }) => ({ id, expectedSeq: seq })))}
        >
          {t('edits.confirm', { count: changing.length })}
        </Button>
      </div>
    </div>
  )
}

function One({ item, group }: { item: Item; group: string }) {
  const { t } = useLanguage()
  const { label, title, changes, problem } = item
  return (
    <li>
      {problem && <span className="chip chip-breached">{t('edits.states.refused')}</span>}{' '}
      <span className="figure">{label}</span> {title}
      {problem ? (
        <Why problem={problem as ProblemBody} />
      ) : (
        <Changes changes={changes} group={group} />
      )}
    </li>
  )
}

/** Why a record is not edited: what is wrong with its fields, or else in all. */
export function Why({ problem }: { problem: ProblemBody }) {
  const said = problem.errors?.map(({ detail }) => detail) ?? []
  return <div className="lacking">{said.length > 0 ? said.join(' ') : problem.detail}</div>
}
