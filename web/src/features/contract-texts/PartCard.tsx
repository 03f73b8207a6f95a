import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { TextPartWire } from './text.api.ts'

/** A clause as it reads, with what is to be known of it; one that is left out says so. */
export function PartCard({ part }: { part: TextPartWire }) {
  const { t, listed } = useLanguage()
  const chosen = part.choices.find(({ clause }) => clause === part.clause)
  if (part.clause === null) {
    if (part.trouble === null && part.reason === null) return null
    return (
      <section className="contract-part">
        <p className={part.trouble === 'undecided' ? 'lacking' : 'muted'}>
          {t(part.trouble === 'undecided' ? 'contractTexts.undecided' : 'contractTexts.leftOut', {
            names: listed(part.choices.map(({ name }) => name)),
          })}{' '}
          {part.reason}
        </p>
      </section>
    )
  }
  return (
    <section className="contract-part" id={`clause-${part.slot}`}>
      <h3>
        {part.number}. {part.name} <PartMarks part={part} />
      </h3>
      <Pieces pieces={part.shown} lang="zh-CN" />
      {part.shownEn && (
        <details>
          <summary>{part.headingEn}</summary>
          <Pieces pieces={part.shownEn} lang="en" />
        </details>
      )}
      {chosen && chosen.norms.length > 0 && (
        <p className="muted">
          {chosen.norms.map((cite) => (
            <CiteText key={`${cite.source}${cite.at}`} cite={cite} />
          ))}
        </p>
      )}
      {part.isEdited && (
        <p className="muted">{t('contractTexts.differsBecause', { reason: part.reason ?? '' })}</p>
      )}
    </section>
  )
}

/** What stands out of a clause: it differs, it does not fit, the library went on. */
export function PartMarks({ part }: { part: TextPartWire }) {
  const { t } = useLanguage()
  return (
    <>
      {part.isEdited && <span className="chip chip-due">{t('contractTexts.differs')}</span>}{' '}
      {part.trouble === 'unfit' && (
        <span className="chip chip-breached">{t('contractTexts.unfit')}</span>
      )}{' '}
      {part.newer !== null && (
        <span className="chip">{t('contractTexts.newer', { version: part.newer })}</span>
      )}
    </>
  )
}

function Pieces({ pieces, lang }: { pieces: TextPartWire['shown']; lang: string }) {
  return (
    <p className="contract-words" lang={lang}>
      {pieces.map((piece, at) =>
        piece.blank === undefined ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
          <mark key={at} title={piece.blank}>
            {piece.blank}
          </mark>
        ),
      )}
    </p>
  )
}
