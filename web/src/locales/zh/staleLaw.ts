/** What a newer revision of the law means for the stages of a case that were not begun. */
export const staleLaw = {
  staleLaw: {
    mark: '待按新版核对',
    title: '尚未开始的环节，须按新版重新核对',
    note: '已办理的环节不受影响。',
    who: '由{{roles}}核对，决定今后的环节是否改用新版并写明理由。',
    none: '新版对尚未开始的环节没有改变。',
    unset: '无',
  },
  staleKind: { new: '新增', gone: '不再要求', changed: '有变化' },
} as const
