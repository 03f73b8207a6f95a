import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { examplesByStatus } from './library.ts'
import type { ExampleWire } from './policy.api.ts'

/** The worked examples of a norm by what was found, each with its facts and what would change it. */
export function Examples({ examples }: { examples: readonly ExampleWire[] }) {
  const { t, named } = useLanguage()
  return (
    <Panel title={t('library.examples')} extra={<span className="muted">{examples.length}</span>}>
      {examples.length === 0 && <Nothing text={t('library.noExamples')} />}
      {examplesByStatus(examples).map((group) => (
        <section key={group.status}>
          <h3>
            <StatusMark status={group.status} /> {named('status', group.status)}{' '}
            <span className="muted">{group.examples.length}</span>
          </h3>
          {group.examples.map((example, at) => (
            <details key={example.name.en} className="example" open={at === 0}>
              <summary>
                <Summary example={example} />
              </summary>
              <Example example={example} />
            </details>
          ))}
        </section>
      ))}
    </Panel>
  )
}

function Summary({ example }: { example: ExampleWire }) {
  const { t, say } = useLanguage()
  return (
    <>
      <span>{say(example.name)}</span>{' '}
      <span className="muted">
        {t('library.lookedAt')} <DayText day={example.asOf} isShort />
      </span>
    </>
  )
}

function Example({ example }: { example: ExampleWire }) {
  const { t, say, named, lang } = useLanguage()
  const [colon, comma] = lang === 'zh' ? ['：', '、'] : [': ', '; ']
  return (
    <div className="two">
      <div>
        <h4>{t('library.facts')}</h4>
        {example.facts.length === 0 && <p className="muted">{t('library.noFacts')}</p>}
        <dl className="defs">
          {example.facts.map(({ id, label, value }) => (
            <div key={id} className="fact-line">
              <dt>{say(label)}</dt>
              <dd>{say(value)}</dd>
            </div>
          ))}
        </dl>
        {example.missing.length > 0 && (
          <p>
            ? {t('cases.lacks')}
            {colon}
            {example.missing.map(say).join(comma)}
          </p>
        )}
        {example.readings.map(({ label, text }) => (
          <p key={label.en} className="muted">
            {t('library.readAs')} {say(label)} – {say(text)}
          </p>
        ))}
        <Sums sums={example.sums} />
      </div>
      <div>
        <h4>{t('library.changes')}</h4>
        {example.flips.length === 0 && <p className="muted">{t('library.noChanges')}</p>}
        <ul className="plain-list">
          {example.flips.map((flip) => (
            <li key={flip.fact.en + flip.value.en + flip.status}>
              {t('library.flip', { fact: say(flip.fact), value: say(flip.value) })}{' '}
              <StatusMark status={flip.status} /> {named('status', flip.status)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** The arithmetic as people write it. */
function Sums({ sums }: { sums: readonly string[] }) {
  const { t } = useLanguage()
  if (sums.length === 0) return null
  const written = (sum: string) =>
    sum
      .replaceAll('up(', `${t('library.roundedUp')}(`)
      .replaceAll('down(', `${t('library.roundedDown')}(`)
      .replaceAll(' * ', ' × ')
      .replaceAll(' - ', ' − ')
  return (
    <>
      <h4>{t('library.sums')}</h4>
      <ul className="plain-list">
        {sums.map((sum) => (
          <li key={sum}>{written(sum)}</li>
        ))}
      </ul>
    </>
  )
}
