import type { Services } from '../schema/index.js';
import { alertScreen } from './alert.screen.js';
import { annexScreen } from './annex.screen.js';
import { approvalScreen } from './approval.screen.js';
import { auditScreen } from './audit.screen.js';
import { awardScreen } from './award.screen.js';
import { beneficiaryScreen } from './beneficiary.screen.js';
import { billScreen } from './bill.screen.js';
import { branchLayoutScreen } from './branch-layout.screen.js';
import { branchListScreen } from './branch-list.screen.js';
import { categoryScreen } from './category.screen.js';
import { claimScreen } from './claim.screen.js';
import { coverageCaseScreen } from './coverage-case.screen.js';
import { dataExportScreen } from './data-export.screen.js';
import { doublePaymentScreen } from './double-payment.screen.js';
import { enrollmentScreen } from './enrollment.screen.js';
import { importScreen } from './import.screen.js';
import { mouScreen } from './mou.screen.js';
import { indicatorScreen, observationScreen } from './observation.screen.js';
import { officeScreen } from './office.screen.js';
import { officialScreen } from './official.screen.js';
import { programScreen } from './program.screen.js';
import { regionScreen } from './region.screen.js';
import { regulationScreen } from './regulation.screen.js';
import { savedQueryScreen } from './saved-query.screen.js';
import type { Screen } from './screen.js';
import { sourceScreen } from './source.screen.js';
import { staffScreen } from './staff.screen.js';
import { tariffScreen } from './tariff.screen.js';

/** Every screen of the panel; inside a group, in the order of the menu. */
export function allScreens(services: Services): readonly Screen[] {
  return [
    alertScreen(services),
    approvalScreen(services),
    mouScreen(services),
    regulationScreen(services),
    programScreen(services),
    billScreen(services),
    doublePaymentScreen(services),
    claimScreen(services),
    tariffScreen(services),
    beneficiaryScreen(services),
    enrollmentScreen(services),
    annexScreen(services),
    importScreen(services),
    branchListScreen(services),
    branchLayoutScreen(services),
    coverageCaseScreen(services),
    regionScreen(services),
    officeScreen(services),
    officialScreen(services),
    observationScreen(services),
    indicatorScreen(services),
    categoryScreen(services),
    awardScreen(services),
    sourceScreen(services),
    savedQueryScreen(services),
    dataExportScreen(services),
    staffScreen(services),
    auditScreen(services),
  ];
}
