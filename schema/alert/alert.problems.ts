import { registerProblems } from '../kernel/texts.js';

const internal = { code: 'ALERT_MOVE_NOT_ALLOWED', path: ['id'] } as const;

export const alertCodes = registerProblems({
  texts: {
    ALERT_MOVE_NOT_ALLOWED: {
      id: 'Peringatan ini sudah {state}, sehingga tindakan ini tidak berlaku lagi. Muat ulang daftarnya.',
      en: 'This alert is {state} by now, so that this no longer applies. Reload the list.',
    },
    ALERT_SNOOZE_PAST: {
      id: 'Tanggal {value} sudah lewat. Pilih hari setelah {today}.',
      en: 'The date {value} has passed. Choose a day after {today}.',
    },
    ALERT_SNOOZE_TOO_LONG: {
      id: 'Peringatan dapat ditunda paling lama 90 hari, sampai {limit}.',
      en: 'An alert can be put aside for 90 days at most, until {limit}.',
    },
    ALERT_ASSIGNEE_REGION: {
      id: 'Orang ini tidak bertugas di daerah itu, atau akunnya tidak aktif. Pilih orang lain.',
      en: 'This person has no role in that region, or a blocked account. Choose somebody else.',
    },
  },
  constraints: {
    alert_once_unique: { code: 'VALUE_TAKEN', path: ['id'] },
    alert_state_move: internal,
    alert_state_check: internal,
    alert_rule_check: internal,
    alert_concept_check: internal,
    alert_region_fk: internal,
    alert_acknowledged_by_fk: internal,
    alert_acknowledgement_complete: internal,
    alert_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    alert_assignee_fk: { code: 'ALERT_ASSIGNEE_REGION', path: ['input', 'staffId'] },
    alert_assignee_region: { code: 'ALERT_ASSIGNEE_REGION', path: ['input', 'staffId'] },
  },
});
