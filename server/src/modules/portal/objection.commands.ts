import { masked } from '../../platform/crypto.ts'
import { asCaller, systemPerson } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Context } from '../../platform/module.ts'
import { type Accepted, caseDesk, type NotRecorded, performAct, toProblem } from '../cases/index.ts'
import type { NoticeRow } from './notice.queries.ts'
import { noticeClosed } from './notice.refusals.ts'
import type { ObjectedWire, ObjectWire } from './notice.wire.ts'

/**
 * Takes an objection from the public: the same decision as for any other act, and at once effective.
 *
 * What identifies a person is sealed beside the record; the record itself, which never forgets and
 * can be exported, carries the number of the objection only.
 *
 * @throws {Problem} when the notice no longer takes objections.
 */
export async function fileObjection(
  { db, clock, keys }: Context,
  notice: NoticeRow,
  given: ObjectWire,
): Promise<ObjectedWire> {
  if (notice.state === 'superseded') throw noticeClosed()
  const id = newId()
  const { institutionId: institution, caseId } = notice
  const actor = { institution, person: systemPerson, name: '公众', roles: ['public'] }
  const anonymous = given.anonymous === true
  const receivedOn = clock.today()
  return asCaller(db, actor, async (tx) => {
    const desk = await caseDesk(tx, clock, institution, caseId)
    const recorded: Accepted | NotRecorded = await performAct(tx, desk, actor, caseId, {
      ...(anonymous ? tip(given.text) : objectionTo(notice.kind, id)),
      files: [],
    })
    if (recorded.kind === 'refused') throw toProblem(recorded)
    const receipt = { id, receivedOn, recordedAs: recorded.seq, entryHash: recorded.hash }
    if (anonymous) return { ...receipt, kind: 'tip', suspended: false }
    const seal = (field: string, value: string) => keys.seal(value, `objection:${field}:${id}`)
    await tx
      .insertInto('objection')
      .values({
        institutionId: institution,
        id,
        caseId,
        noticeId: notice.id,
        filedOn: receivedOn,
        nameSealed: seal('name', given.name ?? ''),
        contactSealed: seal('contact', given.contact ?? ''),
        idNumberSealed: given.idNumber === undefined ? null : seal('idNumber', given.idNumber),
        idNumberMasked: given.idNumber === undefined ? null : masked(given.idNumber),
        textSealed: seal('text', given.text),
      })
      .execute()
    return { ...receipt, kind: 'objection', suspended: true }
  })
}

function tip(text: string) {
  return { type: 'tipReceived', data: { text } }
}

/** Through the portal an objection is in writing and reaches the department by construction. */
function objectionTo(kind: NoticeRow['kind'], id: string) {
  const person = { name: '实名异议人', text: `异议登记号 ${id}；姓名、联系方式和内容加密保存` }
  return kind === 'plan'
    ? { type: 'planObjected', data: person }
    : { type: 'objectionFiled', data: { ...person, inWriting: true, toDepartment: true } }
}
