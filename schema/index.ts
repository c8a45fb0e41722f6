import type { ClassType } from 'type-graphql';
import { Alert, AlertResolver, AlertService, RegionAlertsResolver } from './alert/index.js';
import { AlertDelivery, AlertDeliveryResolver, AlertDeliveryService } from './alert-delivery/index.js';
import { Annex, AnnexPerson, AnnexResolver, AnnexService } from './annex/index.js';
import { Approval, ApprovalResolver, ApprovalService, ApprovalVote } from './approval/index.js';
import { AuditEvent, AuditResolver, AuditService, HistoryResolver } from './audit/index.js';
import { Award, AwardResolver, AwardService, RegionAwardResolver } from './award/index.js';
import { Beneficiary, BeneficiaryResolver, BeneficiaryService, NikReveal } from './beneficiary/index.js';
import { Bill, BillResolver, BillService, CreditNote, ProgramBillsResolver } from './bill/index.js';
import {
  BranchLayout,
  BranchLayoutResolver,
  BranchLayoutService,
  BranchList,
  BranchListResolver,
  BranchListRow,
  BranchListRowResolver,
  BranchListService,
  ProgramBranchListsResolver,
} from './branch-list/index.js';
import { Category, CategoryResolver, CategoryService } from './category/index.js';
import {
  Claim,
  ClaimResolver,
  ClaimService,
  ProgramClaimsResolver,
  RegionClaimsResolver,
} from './claim/index.js';
import { ColumnChoice, ColumnChoiceResolver, ColumnChoiceService } from './column-choice/index.js';
import {
  BeneficiaryCoverageResolver,
  CoverageCase,
  CoverageResolver,
  CoverageService,
  DoublePayment,
  EnrollmentCoverageResolver,
} from './coverage/index.js';
import { DataExport, DataExportResolver, DataExportService } from './data-export/index.js';
import { Document, DocumentResolver, DocumentService } from './document/index.js';
import {
  BeneficiaryEnrollmentsResolver,
  Enrollment,
  EnrollmentResolver,
  EnrollmentService,
  ProgramEnrollmentsResolver,
} from './enrollment/index.js';
import { FigureCheckResolver, FigureCheckService } from './figure-check/index.js';
import { ImpactResolver, ImpactService } from './impact/index.js';
import {
  BeneficiaryOriginResolver,
  ImportBatch,
  ImportResolver,
  ImportRow,
  ImportRowResolver,
  ImportService,
  ProgramImportsResolver,
} from './import/index.js';
import type { Dependencies } from './kernel/dependencies.js';
import { NodeResolver } from './kernel/node.resolver.js';
import { NodeService } from './kernel/node.service.js';
import {
  Mou,
  MouParty,
  MouRenewalResolver,
  MouRenewalService,
  MouResolver,
  MouService,
  RegionMousResolver,
} from './mou/index.js';
import {
  Indicator,
  Observation,
  ObservationResolver,
  ObservationService,
  RegionObservationResolver,
} from './observation/index.js';
import {
  Office,
  OfficeResolver,
  OfficeService,
  OfficeServiceArea,
  RegionOfficesResolver,
} from './office/index.js';
import { Official, OfficialResolver, OfficialService } from './official/index.js';
import { PresenceResolver, PresenceService } from './presence/index.js';
import {
  BudgetLine,
  MouProgramsResolver,
  Program,
  ProgramResolver,
  ProgramService,
  ProvinceSetting,
  ProvinceSettingResolver,
  ProvinceSettingService,
  RegionProgramsResolver,
  RegulationImpactProgramsResolver,
  RegulationProgramsResolver,
} from './program/index.js';
import { Region, RegionResolver, RegionService } from './region/index.js';
import {
  RegionRegulationsResolver,
  Regulation,
  RegulationRelation,
  RegulationRelationsResolver,
  RegulationResolver,
  RegulationService,
} from './regulation/index.js';
import { SavedFilter, SavedFilterResolver, SavedFilterService } from './saved-filter/index.js';
import { SearchResolver, SearchService } from './search/index.js';
import { Citation, Source, SourceResolver, SourceService } from './source/index.js';
import { SqlLogin, SqlLoginResolver, SqlLoginService, StaffSqlLoginsResolver } from './sql-login/index.js';
import {
  SavedQuery,
  SavedQueryResolver,
  SavedQueryService,
  SqlQueryService,
  SqlRun,
} from './sql-query/index.js';
import {
  AccessToken,
  Staff,
  StaffGrant,
  StaffResolver,
  StaffService,
  StaffSession,
  ViewerResolver,
  ViewerService,
} from './staff/index.js';
import { StatisticsResolver, StatisticsService } from './statistics/index.js';
import { MonthlyContributionResolver, Tariff, TariffResolver, TariffService } from './tariff/index.js';

interface ConceptParts<Service> {
  readonly entities: readonly ClassType<object>[];
  readonly service: new (dependencies: Dependencies) => Service;
  readonly resolvers: readonly (new (
    // biome-ignore lint/suspicious/noExplicitAny: each resolver takes the service of its own concept
    service: any,
  ) => object)[];
}

function concept<Service>(parts: ConceptParts<Service>): ConceptParts<Service> {
  return parts;
}

/** The list of concepts: the only registry. A line here is all that the doors need to know of a concept. */
export const concepts = {
  node: concept({ entities: [], service: NodeService, resolvers: [NodeResolver] }),
  audit: concept({
    entities: [AuditEvent],
    service: AuditService,
    resolvers: [AuditResolver, HistoryResolver],
  }),
  region: concept({ entities: [Region], service: RegionService, resolvers: [RegionResolver] }),
  office: concept({
    entities: [Office, OfficeServiceArea],
    service: OfficeService,
    resolvers: [OfficeResolver, RegionOfficesResolver],
  }),
  official: concept({ entities: [Official], service: OfficialService, resolvers: [OfficialResolver] }),
  source: concept({ entities: [Source, Citation], service: SourceService, resolvers: [SourceResolver] }),
  regulation: concept({
    entities: [Regulation, RegulationRelation],
    service: RegulationService,
    resolvers: [RegulationResolver, RegulationRelationsResolver, RegionRegulationsResolver],
  }),
  category: concept({ entities: [Category], service: CategoryService, resolvers: [CategoryResolver] }),
  beneficiary: concept({
    entities: [Beneficiary, NikReveal],
    service: BeneficiaryService,
    resolvers: [BeneficiaryResolver],
  }),
  observation: concept({
    entities: [Observation, Indicator],
    service: ObservationService,
    resolvers: [ObservationResolver, RegionObservationResolver],
  }),
  enrollment: concept({
    entities: [Enrollment],
    service: EnrollmentService,
    resolvers: [EnrollmentResolver, ProgramEnrollmentsResolver, BeneficiaryEnrollmentsResolver],
  }),
  coverage: concept({
    entities: [CoverageCase, DoublePayment],
    service: CoverageService,
    resolvers: [CoverageResolver, BeneficiaryCoverageResolver, EnrollmentCoverageResolver],
  }),
  bill: concept({
    entities: [Bill, CreditNote],
    service: BillService,
    resolvers: [BillResolver, ProgramBillsResolver],
  }),
  claim: concept({
    entities: [Claim],
    service: ClaimService,
    resolvers: [ClaimResolver, RegionClaimsResolver, ProgramClaimsResolver],
  }),
  import: concept({
    entities: [ImportBatch, ImportRow],
    service: ImportService,
    resolvers: [ImportResolver, ImportRowResolver, ProgramImportsResolver, BeneficiaryOriginResolver],
  }),
  branchLayout: concept({
    entities: [BranchLayout],
    service: BranchLayoutService,
    resolvers: [BranchLayoutResolver],
  }),
  branchList: concept({
    entities: [BranchList, BranchListRow],
    service: BranchListService,
    resolvers: [BranchListResolver, BranchListRowResolver, ProgramBranchListsResolver],
  }),
  presence: concept({ entities: [], service: PresenceService, resolvers: [PresenceResolver] }),
  figureCheck: concept({
    entities: [],
    service: FigureCheckService,
    resolvers: [FigureCheckResolver],
  }),
  statistics: concept({ entities: [], service: StatisticsService, resolvers: [StatisticsResolver] }),
  document: concept({ entities: [Document], service: DocumentService, resolvers: [DocumentResolver] }),
  mou: concept({
    entities: [Mou, MouParty],
    service: MouService,
    resolvers: [MouResolver, RegionMousResolver],
  }),
  mouRenewal: concept({ entities: [], service: MouRenewalService, resolvers: [MouRenewalResolver] }),
  award: concept({
    entities: [Award],
    service: AwardService,
    resolvers: [AwardResolver, RegionAwardResolver],
  }),
  tariff: concept({
    entities: [Tariff],
    service: TariffService,
    resolvers: [TariffResolver, MonthlyContributionResolver],
  }),
  program: concept({
    entities: [Program, BudgetLine],
    service: ProgramService,
    resolvers: [
      ProgramResolver,
      RegionProgramsResolver,
      MouProgramsResolver,
      RegulationProgramsResolver,
      RegulationImpactProgramsResolver,
    ],
  }),
  provinceSetting: concept({
    entities: [ProvinceSetting],
    service: ProvinceSettingService,
    resolvers: [ProvinceSettingResolver],
  }),
  staff: concept({
    entities: [Staff, StaffGrant, StaffSession, AccessToken],
    service: StaffService,
    resolvers: [StaffResolver],
  }),
  sqlLogin: concept({
    entities: [SqlLogin],
    service: SqlLoginService,
    resolvers: [SqlLoginResolver, StaffSqlLoginsResolver],
  }),
  savedQuery: concept({
    entities: [SavedQuery, SqlRun],
    service: SavedQueryService,
    resolvers: [SavedQueryResolver],
  }),
  sqlQuery: concept({ entities: [], service: SqlQueryService, resolvers: [] }),
  dataExport: concept({
    entities: [DataExport],
    service: DataExportService,
    resolvers: [DataExportResolver],
  }),
  alert: concept({
    entities: [Alert],
    service: AlertService,
    resolvers: [AlertResolver, RegionAlertsResolver],
  }),
  impact: concept({ entities: [], service: ImpactService, resolvers: [ImpactResolver] }),
  savedFilter: concept({
    entities: [SavedFilter],
    service: SavedFilterService,
    resolvers: [SavedFilterResolver],
  }),
  columnChoice: concept({
    entities: [ColumnChoice],
    service: ColumnChoiceService,
    resolvers: [ColumnChoiceResolver],
  }),
  search: concept({ entities: [], service: SearchService, resolvers: [SearchResolver] }),
  annex: concept({ entities: [Annex, AnnexPerson], service: AnnexService, resolvers: [AnnexResolver] }),
  approval: concept({
    entities: [Approval, ApprovalVote],
    service: ApprovalService,
    resolvers: [ApprovalResolver],
  }),
  alertDelivery: concept({
    entities: [AlertDelivery],
    service: AlertDeliveryService,
    resolvers: [AlertDeliveryResolver],
  }),
  viewer: concept({ entities: [], service: ViewerService, resolvers: [ViewerResolver] }),
};

type Parts = typeof concepts;

/** One service per concept, as the doors call them. */
export type Services = { readonly [Name in keyof Parts]: InstanceType<Parts[Name]['service']> };

export function createServices(dependencies: Dependencies): Services {
  const entries = Object.entries(concepts).map(([name, { service: Service }]) => [
    name,
    new Service(dependencies),
  ]);
  return Object.fromEntries(entries) as Services;
}

export function allEntities(): ClassType<object>[] {
  return Object.values(concepts).flatMap(({ entities }) => [...entities]);
}

/** The resolvers of all concepts, each ready with its service. */
export function createResolvers(services: Services): ReadonlyMap<Function, object> {
  const resolvers = new Map<Function, object>();
  for (const [name, { resolvers: classes }] of Object.entries(concepts)) {
    for (const Resolver of classes) resolvers.set(Resolver, new Resolver(services[name as keyof Services]));
  }
  return resolvers;
}
