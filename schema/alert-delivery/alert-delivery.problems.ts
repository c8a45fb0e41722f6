import { registerProblems } from '../kernel/texts.js';

const internal = { code: 'ALERT_DELIVERY_BUSY', path: [] } as const;

export const alertDeliveryCodes = registerProblems({
  texts: {
    ALERT_DELIVERY_BUSY: {
      id: 'Pengaturan ini sedang diubah di tempat lain. Coba sekali lagi.',
      en: 'This setting is being changed elsewhere. Try once more.',
    },
  },
  constraints: {
    alert_delivery_staff_unique: internal,
    alert_delivery_staff_fk: internal,
    alert_delivery_feed_unique: internal,
    alert_delivery_feed_complete: internal,
    alert_digest_staff_fk: internal,
    alert_digest_state_check: internal,
    alert_digest_alert_count_range: internal,
    alert_digest_day_unique: internal,
  },
});
