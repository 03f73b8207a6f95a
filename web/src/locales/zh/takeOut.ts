/** Taking evaluations and feedback of all achievements out. */
export const takeOut = {
  takeOut: {
    button: '评估与反馈导出',
    title: '导出评估与企业反馈',
    note: '含全部成果。日期和类型留空则不限；更正前的版本和已划去的反馈一并导出，并注明原因。',
    from: '评估或反馈日自',
    to: '评估或反馈日至',
    reversed: '止日早于起日，请更正',
    kind: '评估类型',
    kindHint: '只对评估起作用；不选则导出各类评估',
    evaluations: '导出评估',
    feedback: '导出企业反馈',
  },
} as const
