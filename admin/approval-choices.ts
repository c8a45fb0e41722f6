/** Names of what is to be approved and of what became of it, for lists, filters and pages. */
export const approvalSubjects = {
  mou: { id: 'MoU atau PKS', en: 'Agreement' },
  program: { id: 'Program dan anggaran', en: 'Program and budget' },
  enrollment: { id: 'Daftar peserta', en: 'List of people' },
} as const;

export const approvalStates = {
  OPEN: { id: 'Menunggu', en: 'Waiting' },
  APPROVED: { id: 'Disetujui', en: 'Approved' },
  RETURNED: { id: 'Dikembalikan', en: 'Returned' },
} as const;

export const approvalStateColours = { OPEN: 'amber', APPROVED: 'green', RETURNED: 'red' } as const;
