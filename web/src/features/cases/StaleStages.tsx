import type { CaseLawWire } from '@yizhuan/server/wire/cases/case.law'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'

type Stale = CaseLawWire['stale'][number]
type Change = Stale['changes'][number]

/** The stages not begun that a newer revision concerns: what changes for each, and who decides. */
export function StaleStages({ law }: { law: CaseLawWire }) {
  const { t, say, named, lang } = useLanguage()
  if (law.stale.length === 0) return <p className="muted">{t('staleLaw.none')}</p>
  const roles = law.deciders.map((role) => named('role', role)).join(lang === 'zh' ? '、' : ', ')
  return (
    <>
      <p>
        <strong>{t('staleLaw.title')}</strong> {t('staleLaw.note')}
      </p>
      <ul className="rows">
        {law.stale.map(({ stage, label, changes }) => (
          <li key={stage}>
            <strong>{say(label)}</strong>
            <ul className="plain">
              {changes.map((change) => (
                <ChangeLine key={change.norm} change={change} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="muted">{t('staleLaw.who', { roles })}</p>
    </>
  )
}

function ChangeLine({ change }: { change: Change }) {
  const { t, say, named } = useLanguage()
  const shown = (value: Change['values'][number]['before']) =>
    value ? say(value) : t('staleLaw.unset')
  return (
    <li>
      {named('staleKind', change.kind)} · {say(change.title)}{' '}
      {change.cite && <CiteText cite={change.cite} />}
      {change.values.map(({ label, before, after }) => (
        <div key={label.zh} className="muted">
          {say(label)} <span className="nowrap">{`${shown(before)} → ${shown(after)}`}</span>
        </div>
      ))}
    </li>
  )
}
